// The rules of follow-up once more, one day at a time and without a line of the domain's: it judges the domain.

type Text = string | null;

export interface RefFact {
  readonly fact: string;
  readonly id?: string;
  readonly on?: number | null;
  readonly at?: number;
  readonly [field: string]: unknown;
}

export interface RefSpell {
  readonly start: number;
  readonly end: number;
  readonly days: number;
  readonly graded: boolean;
  readonly employed: boolean;
  readonly repeated: boolean;
  readonly employers: ReadonlyArray<string>;
}

/** What the reference says of every day between two, both inclusive. */
export interface RefDay {
  readonly day: number;
  readonly spell: number | null;
  readonly away: boolean;
  readonly open: ReadonlyArray<string>;
  readonly reached: ReadonlyArray<string>;
}

const utc = (d: number): Date => new Date(d * 86_400_000);

const yearsBack = (d: number, years: number): number => {
  const at = utc(d);
  const [y, m, date] = [at.getUTCFullYear() - years, at.getUTCMonth(), at.getUTCDate()];
  const last = new Date(Date.UTC(y, m + 1, 0)).getUTCDate();
  return Date.UTC(y, m, Math.min(date, last)) / 86_400_000;
};

const isMondayToFriday = (d: number): boolean => ![0, 6].includes(utc(d).getUTCDay());

const inOslo = (at: number): number => {
  const text = new Date(at).toLocaleDateString("sv-SE", { timeZone: "Europe/Oslo" });
  return Date.parse(`${text}T00:00:00Z`) / 86_400_000;
};

interface Say {
  readonly from: number;
  readonly to: number;
  readonly tags: ReadonlyArray<string>;
  readonly employer: Text;
  readonly at: number;
  readonly id: string;
}

const list = <T>(value: unknown): ReadonlyArray<T> => value as ReadonlyArray<T>;
const num = (value: unknown): number => value as number;
const str = (value: unknown): string => value as string;

// 0 is best. The groups are written out so that nobody has to trust a table.
const score = (tags: ReadonlyArray<string>): number | null => {
  const t = (...names: string[]): boolean => names.every((name) => tags.includes(name));
  if (t("SYKEPENGESOKNAD", "SENDT")) {
    if (t("ARBEID_GJENNOPPTATT")) return 0;
    if (t("KORRIGERT_ARBEIDSTID")) {
      const place = ["BEHANDLINGSDAGER", "INGEN_AKTIVITET", "FULL_AKTIVITET", "GRADERT_AKTIVITET"].findIndex((x) =>
        t(x),
      );
      if (place >= 0) return 1 + place;
    }
    if (t("PERMISJON") || t("FERIE")) return 5;
    if (t("EGENMELDING") || t("PAPIRSYKMELDING") || t("FRAVAR_FOR_SYKMELDING")) return 6;
    if (new Set(tags).size === 2) return 7;
    if (t("BEHANDLINGSDAG")) return 8;
    if (t("BEHANDLINGSDAGER")) return 9;
  }
  if (t("INNTEKTSMELDING", "ARBEIDSGIVERPERIODE")) return 10;
  if (!t("SYKMELDING")) return null;
  const activity = ["INGEN_AKTIVITET", "FULL_AKTIVITET", "GRADERT_AKTIVITET"].findIndex((x) => t(x));
  if (t("SENDT")) {
    if (t("PERIODE") && activity >= 0) return 11 + activity;
    if (t("EGENMELDING")) return 14;
    if (t("PERIODE", "BEHANDLINGSDAGER")) return 15;
  }
  if (t("BEKREFTET")) {
    if (t("PERIODE") && activity >= 0) return 16 + activity;
    if (t("PERIODE", "BEHANDLINGSDAGER")) return 19;
    if (t("ANNET_FRAVAR")) return 20;
  }
  if (t("SENDT", "PERIODE", "REISETILSKUDD", "UKJENT_AKTIVITET")) return 21;
  if (t("NY", "PERIODE")) {
    if (activity >= 0) return 22 + activity;
    if (t("BEHANDLINGSDAGER")) return 25;
    if (t("REISETILSKUDD", "UKJENT_AKTIVITET")) return 26;
  }
  return null;
};

const isWork = ({ tags }: Say): boolean =>
  ["FULL_AKTIVITET", "ARBEID_GJENNOPPTATT", "BEHANDLINGSDAGER", "REISETILSKUDD"].some((x) => tags.includes(x));
const isHoliday = (say: Say): boolean =>
  !isWork(say) && say.tags.includes("SYKEPENGESOKNAD") && ["FERIE", "PERMISJON"].some((x) => say.tags.includes(x));
const isGraded = (say: Say): boolean => !isWork(say) && !isHoliday(say) && say.tags.includes("GRADERT_AKTIVITET");
const isNew = ({ tags }: Say): boolean => tags.includes("SYKMELDING") && tags.includes("NY");
const saysHowMuch = ({ tags }: Say): "PARTLY" | "AWAY" | null => {
  if (["GRADERT_AKTIVITET", "FULL_AKTIVITET", "BEHANDLINGSDAG", "BEHANDLINGSDAGER"].some((x) => tags.includes(x)))
    return "PARTLY";
  return tags.includes("INGEN_AKTIVITET") ? "AWAY" : null;
};

const periodTags: Record<string, string[]> = {
  FULL: ["INGEN_AKTIVITET"],
  GRADED: ["GRADERT_AKTIVITET"],
  AWAITING: ["FULL_AKTIVITET"],
  TREATMENT_DAYS: ["BEHANDLINGSDAGER"],
  TRAVEL_SUPPORT: ["REISETILSKUDD", "UKJENT_AKTIVITET"],
};

/** The newest of each certificate; which are gone; what they are used for. */
const certificatesOf = (facts: ReadonlyArray<RefFact>) => {
  const newest = new Map<string, RefFact>();
  for (const f of facts.filter((x) => x.fact === "CERTIFICATE")) {
    const known = newest.get(str(f.id));
    if (!known || num(f["revision"]) >= num(known["revision"])) newest.set(str(f.id), f);
  }
  return [...newest.values()].map((f) => {
    const names = [str(f.id), ...list<string>(f["aliases"])];
    const about = (kind: string) => facts.filter((x) => x.fact === kind && names.includes(str(x.id)));
    let use: RefFact | undefined;
    for (const u of about("CERTIFICATE_USE")) if (!use || num(u.at) >= num(use.at)) use = u;
    use = about("CERTIFICATE_USE").find((u) => u["use"] === "EXPIRED") ?? use;
    let review: RefFact | undefined;
    for (const r of about("REVIEW")) if (!review || num(r.at) >= num(review.at)) review = r;
    const deleted = about("DELETED").length > 0;
    const invalid = review?.["outcome"] === "INVALID" && (f["revision"] === 0 || num(review.at) >= num(f.at));
    return { f, names, use, reviews: about("REVIEW"), deleted, invalid };
  });
};

const saysOf = (facts: ReadonlyArray<RefFact>): ReadonlyArray<Say> => {
  const says: Say[] = [];
  const gone = new Set<string>(facts.filter((f) => f.fact === "DELETED").map((f) => str(f.id)));
  for (const { f, names, use, deleted, invalid } of certificatesOf(facts)) {
    if (deleted || invalid) for (const name of names) gone.add(name);
    const state = { SENT: "SENDT", CONFIRMED: "BEKREFTET", OPEN: "NY" }[str(use?.["use"] ?? "OPEN")];
    if (deleted || invalid || state === undefined) continue;
    for (const p of list<{ from: number; to: number; kind: string }>(f["periods"]))
      says.push({
        from: p.from,
        to: p.to,
        tags: ["SYKMELDING", state, "PERIODE", ...(periodTags[p.kind] ?? [])],
        employer: (use?.["employer"] ?? null) as Text,
        at: num(use?.at ?? f.at),
        id: str(f.id),
      });
  }
  const bits = facts.filter((f) => f.fact === "BIT");
  for (const b of bits) if (b["corrects"] !== null) gone.add(str(b["corrects"]));
  for (const b of bits)
    if (!gone.has(str(b["resourceId"])) && !gone.has(str(b["resourceKey"])))
      says.push({
        from: num(b["from"]),
        to: num(b["to"]),
        tags: list(b["tags"]),
        employer: b["employer"] as Text,
        at: num(b["happenedAt"]),
        id: str(b.id),
      });
  return says.filter((say) => score(say.tags) !== null && say.from <= say.to);
};

interface Cell {
  readonly day: number;
  readonly kind: "SICK" | "HOLIDAY" | "WORK";
  readonly away: boolean;
  readonly winner: Say | undefined;
  readonly grading: Say | undefined;
  readonly employers: ReadonlyMap<string, Say>;
}

const cellOf = (says: ReadonlyArray<Say>, day: number): Cell => {
  const here = says
    .filter((say) => say.from <= day && day <= say.to)
    .sort((a, b) => num(score(a.tags)) - num(score(b.tags)) || b.at - a.at || (a.id < b.id ? -1 : 1));
  const employers = new Map<string, Say>();
  for (const say of here)
    if (say.employer !== null && !isNew(say) && !employers.has(say.employer)) employers.set(say.employer, say);
  const winner = here[0];
  const deciding = employers.size > 0 ? [...employers.values()] : here.slice(0, 1);
  const works = deciding.every(isWork);
  const kind = works ? "WORK" : winner && isHoliday(winner) ? "HOLIDAY" : "SICK";
  const away = !works && deciding.every((say) => !isWork(say) && !isGraded(say));
  return { day, kind, away, winner, grading: here.find((say) => saysHowMuch(say) !== null), employers };
};

const spellsOf = (cells: ReadonlyArray<Cell>): ReadonlyArray<ReadonlyArray<Cell>> => {
  const spells: Cell[][] = [];
  let current: Cell[] = [];
  let gap = 0;
  for (const cell of cells) {
    if (cell.kind === "SICK") {
      current.push(cell);
      gap = 0;
    } else if (cell.kind === "HOLIDAY" && gap === 0) {
      if (current.length > 0) current.push(cell);
    } else gap += 1;
    if (gap >= 16 && current.length > 0) {
      spells.push(current);
      current = [];
      gap = 0;
    }
  }
  return current.length > 0 ? [...spells, current] : spells;
};

const isEmployed = (cells: ReadonlyArray<Cell>): boolean => {
  const winners = cells.flatMap((cell) => cell.winner ?? []);
  const tagged = (tag: string) => winners.filter((w) => !isNew(w) && w.tags.includes(tag));
  const confirmed = winners.some((w) => !isNew(w) && !w.tags.includes("SENDT") && w.tags.includes("BEKREFTET"));
  if (confirmed && tagged("SENDT").length === 0) return false;
  const last = winners.at(-1);
  if (last && last.employer !== null) return true;
  return last !== undefined && isNew(last) && tagged("SENDT").some((w) => w.employer !== null);
};

interface Obligation {
  readonly kind: string;
  readonly holder: string;
  readonly party: string;
  readonly since: number;
  readonly due: number | null;
  readonly lastDay: number | null;
  metOn: number | null;
  readonly waits?: boolean;
}

const firstDay = (facts: ReadonlyArray<RefFact>): number | null =>
  facts.length === 0 ? null : Math.min(...facts.map((f) => num(f.on)));

const afterSpells = (facts: ReadonlyArray<RefFact>, spells: ReadonlyArray<ReadonlyArray<Cell>>): Obligation[] => {
  const out: Obligation[] = [];
  let paid: number[] = [];
  for (const [index, cells] of spells.entries()) {
    const [start, end] = [cells[0]!.day, cells.at(-1)!.day];
    const next = spells[index + 1]?.[0]!.day ?? Infinity;
    const within = facts.filter((f) => typeof f.on === "number" && f.on >= start && f.on < next);
    const of = (kind: string) => within.filter((f) => f.fact === kind);
    const newest = new Map<string, RefFact>();
    for (const d of of("DECISION")) {
      const key = `${str(d["subject"])}${str(d.id)}`;
      const known = newest.get(key);
      if (!known || num(d.at) >= num(known.at)) newest.set(key, d);
    }
    const decisions = (subject: string) => [...newest.values()].filter((d) => d["subject"] === subject);
    const held = of("MEETING_END").filter((f) => f["how"] === "HELD");
    const add = (o: Omit<Obligation, "lastDay" | "party"> & { party?: string; lastDay?: number }): void =>
      void out.push({ lastDay: end, party: "", ...o });

    if (isEmployed(cells)) {
      const names = [...new Set(cells.flatMap((c) => [...c.employers.keys()]))].sort();
      for (const party of names) {
        const absent = cells.filter((c) => c.employers.has(party) && !isWork(c.employers.get(party)!));
        if (absent.length === 0) continue;
        const from = absent[0]!.day;
        const metOn = firstDay(of("PLAN").filter((p) => p["employer"] === party));
        add({ kind: "PLAN", holder: "EMPLOYER", party, since: from, due: from + 28, metOn });
        const runs: number[][] = [];
        for (const c of cells.filter((x) => x.away))
          if (runs.at(-1)?.at(-1) === c.day - 1) runs.at(-1)!.push(c.day);
          else runs.push([c.day]);
        const run = runs.find((r) => r[0]! + 49 <= r.at(-1)!) ?? runs.at(-1);
        if (run === undefined) continue;
        const since = Math.max(run[0]!, from);
        const due = since + 49;
        add({
          kind: "DIALOGUE_MEETING_1",
          holder: "EMPLOYER",
          party,
          since,
          due,
          metOn: null,
          lastDay: Math.min(run.at(-1)!, due),
        });
      }
      const prepared = firstDay([...of("MEETING_CALL"), ...held, ...decisions("MEETING_NEED")]);
      add({ kind: "PREPARE_MEETING_2", holder: "WELFARE", since: start, due: start + 119, metOn: prepared });
    }
    const requirement = decisions("ACTIVITY_REQUIREMENT");
    if (!requirement.some((d) => d["outcome"] === "IKKE_AKTUELL")) {
      const due = cells.length >= 56 ? start + 56 : null;
      add({
        kind: "ACTIVITY",
        holder: "WELFARE",
        since: start,
        due,
        metOn: firstDay(requirement.filter((d) => d["final"] === true)),
      });
    }
    const exempt = decisions("MEETING_NEED").filter((d) => ["UNNTAK", "IKKE_AKTUELL"].includes(str(d["outcome"])));
    add({
      kind: "DIALOGUE_MEETING_2",
      holder: "WELFARE",
      since: start,
      due: start + 182,
      metOn: firstDay([...held, ...exempt]),
    });

    if (index > 0 && start - spells[index - 1]!.at(-1)!.day - 1 >= 182) paid = [];
    let ends: number | null = null;
    for (const [n, { day }] of cells.entries()) {
      if (n < 16 || !isMondayToFriday(day)) continue;
      paid.push(day);
      if (ends === null && paid.filter((p) => p > yearsBack(day, 3)).length >= 248) ends = day;
    }
    if (ends !== null) {
      const since = Math.max(start, ends - 56);
      add({
        kind: "END_OF_SICK_PAY",
        holder: "WELFARE",
        since,
        due: ends,
        metOn: firstDay(decisions("JOB_SEEKING_PERIOD")),
      });
    }
  }
  return out;
};

const afterCertificates = (facts: ReadonlyArray<RefFact>): Obligation[] =>
  certificatesOf(facts)
    .filter(({ deleted }) => !deleted)
    .flatMap(({ f, use, reviews }) => {
      const since = num(f.on);
      const used = use && use["use"] !== "OPEN" ? num(use.on) : null;
      const out: Obligation[] = [
        { kind: "USE_CERTIFICATE", holder: "PERSON", party: "", since, due: null, lastDay: null, metOn: used },
      ];
      if (facts.some((x) => x.fact === "CERTIFICATE" && x.id === f.id && x["assessment"] === "PENDING"))
        out.push({
          kind: "REVIEW",
          holder: "WELFARE",
          party: "",
          since,
          due: since + 7,
          lastDay: null,
          metOn: firstDay(reviews),
        });
      if (f["help"] !== "NONE") out.push(help(facts, str(f.id), since, f["help"] === "AT_ONCE" ? 7 : 28));
      return out;
    });

const help = (facts: ReadonlyArray<RefFact>, cause: string, since: number, days: number): Obligation => {
  const given = facts.filter(
    (f) =>
      (f.fact === "MESSAGE" && f["from"] === "WELFARE" && f["kind"] !== "PLAN_LETTER") ||
      ["MEETING_CALL", "DECISION", "EFFORT"].includes(f.fact) ||
      (f.fact === "REFERRAL_STEP" && f.id === cause && ["GRANTED", "DECLINED"].includes(str(f["step"]))),
  );
  const metOn = firstDay(given.filter((f) => num(f.on) >= since));
  return { kind: "HELP_ASKED", holder: "WELFARE", party: "", since, due: since + days, lastDay: null, metOn };
};

const afterMessages = (facts: ReadonlyArray<RefFact>): Obligation[] => {
  const out: Obligation[] = [];
  const messages = facts.filter((f) => f.fact === "MESSAGE");
  for (const id of new Set(messages.map((m) => str(m["conversation"])))) {
    const here = messages.filter((m) => m["conversation"] === id);
    const kind = (name: string) => here.filter((m) => m["kind"] === name);
    const waitingSince = firstDay(kind("ANSWER").filter((m) => m["needsConsent"]));
    let waits = false;
    if (waitingSince !== null) {
      const metOn = firstDay(facts.filter((f) => f.fact === "CONSENT" && f.id === id));
      waits = metOn === null;
      out.push({
        kind: "CONSENT",
        holder: "PERSON",
        party: "",
        since: waitingSince,
        due: waitingSince + 14,
        lastDay: null,
        metOn,
      });
    }
    if (kind("QUESTION").length > 0 && kind("RETURN").length === 0) {
      let first = kind("QUESTION")[0]!;
      for (const q of kind("QUESTION")) if (num(q.on) < num(first.on)) first = q;
      const metOn = firstDay(kind("ANSWER").filter((m) => !m["needsConsent"]));
      const due = (first["dueDay"] as number | null) ?? num(first.on) + 21;
      out.push({
        kind: "ANSWER_QUESTION",
        holder: "CLINICIAN",
        party: str(first["party"] ?? ""),
        since: num(first.on),
        due,
        lastDay: null,
        metOn,
        waits,
      });
    }
  }
  for (const f of facts)
    if ((f.fact === "MESSAGE" || f.fact === "PLAN") && f["asksHelp"]) out.push(help(facts, str(f.id), num(f.on), 28));
  return out;
};

const afterReferrals = (facts: ReadonlyArray<RefFact>): Obligation[] =>
  facts
    .filter((f) => f.fact === "REFERRAL")
    .flatMap((r) => {
      const steps = facts.filter((f) => f.fact === "REFERRAL_STEP" && f.id === r.id);
      const step = (name: string) => steps.filter((s) => s["step"] === name);
      if (step("CANCELLED").length > 0) return [];
      const out: Obligation[] = [];
      const days = { TREATMENT: 14, WORK_HELP: 21 }[str(r["programme"])] ?? 28;
      const final = [...step("GRANTED"), ...step("DECLINED")];
      const forwards = [...step("FORWARDED")].sort((a, b) => num(a.on) - num(b.on));
      const turn = (receiver: unknown, since: number, later: ReadonlyArray<RefFact>): void =>
        void out.push({
          kind: "ANSWER_REFERRAL",
          holder: "RECEIVER",
          party: str(receiver ?? ""),
          since,
          due: since + days,
          lastDay: null,
          metOn: firstDay([...final, ...later]),
        });
      const delivered = firstDay(step("DELIVERED"));
      if (delivered !== null) turn(r["receiver"], delivered, forwards);
      for (const [i, f] of forwards.entries()) turn(f["receiver"], num(f.on), forwards.slice(i + 1));
      if (r["needsConsent"]) {
        const metOn = firstDay(facts.filter((f) => f.fact === "CONSENT" && f.id === r.id));
        out.push({
          kind: "CONSENT",
          holder: "PERSON",
          party: "",
          since: num(r.on),
          due: num(r.on) + 14,
          lastDay: null,
          metOn,
        });
      }
      if (r["toWelfare"]) out.push(help(facts, str(r.id), num(r.on), 28));
      return out;
    });

const afterMeetings = (facts: ReadonlyArray<RefFact>): Obligation[] => {
  const out: Obligation[] = [];
  const calls = facts.filter((f) => f.fact === "MEETING_CALL");
  for (const id of new Set(calls.map((c) => str(c.id)))) {
    const here = calls.filter((c) => c.id === id).sort((a, b) => num(a.at) - num(b.at));
    const last = here.at(-1)!;
    const ended = firstDay(
      [...facts]
        .filter((f) => f.fact === "MEETING_END" && f.id === id)
        .sort((a, b) => num(b.at) - num(a.at))
        .slice(0, 1),
    );
    for (const by of list<string>(last["participants"])) {
      let answer: RefFact | undefined;
      for (const a of facts.filter((f) => f.fact === "MEETING_ANSWER" && f.id === id && f["by"] === by)) {
        let to = here[0];
        if (a["letterAt"] === null) for (const c of here) to = num(c.at) <= num(a.at) ? c : to;
        else
          for (const c of here)
            if (Math.abs(num(c.at) - num(a["letterAt"])) < Math.abs(num(to!.at) - num(a["letterAt"]))) to = c;
        if (to === last && (!answer || num(a.at) >= num(answer.at))) answer = a;
      }
      const met = [answer?.on, ended].filter((d): d is number => typeof d === "number");
      out.push({
        kind: "ANSWER_CALL",
        holder: by,
        party: by === "EMPLOYER" ? str(last["employer"] ?? "") : "",
        since: num(last.on),
        due: last["meetingAt"] === null ? null : inOslo(num(last["meetingAt"])),
        lastDay: null,
        metOn: met.length > 0 ? Math.min(...met) : null,
      });
    }
  }
  for (const o of facts.filter((f) => f.fact === "OUTGOING")) {
    const metOn = firstDay(
      facts.filter((f) => f.fact === "SETTLED" && f.id === o.id && f["receiver"] === o["receiver"]),
    );
    out.push({
      kind: "RECEIPT",
      holder: "RECEIVER_SYSTEM",
      party: str(o["receiver"]),
      since: inOslo(num(o.at)),
      due: inOslo(num(o.at) + 96 * 3_600_000),
      lastDay: null,
      metOn,
    });
  }
  return out;
};

/** The reference's word on a history: its spells, and every day between two. */
export const reference = (facts: ReadonlyArray<RefFact>, [from, to]: readonly [number, number]) => {
  const says = saysOf(facts);
  const [first, last] = [Math.min(...says.map((s) => s.from)), Math.max(...says.map((s) => s.to))];
  const cells = says.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, i) => cellOf(says, first + i));
  const spells = spellsOf(cells);
  let death: number | null = null;
  let told = -Infinity;
  for (const f of facts.filter((x) => x.fact === "DEATH"))
    if (num(f.at) >= told) [death, told] = [f.on ?? null, num(f.at)];
  const all = [
    ...afterSpells(facts, spells),
    ...afterCertificates(facts),
    ...afterMessages(facts),
    ...afterReferrals(facts),
    ...afterMeetings(facts),
  ];
  for (const o of all) if (death !== null && (o.metOn === null || o.metOn > death)) o.metOn = death;
  const described: ReadonlyArray<RefSpell> = spells.map((s) => {
    const end = s.at(-1)!.day;
    const long = spells.filter((x) => x.length >= 16 && x.at(-1)!.day <= end && x.at(-1)!.day > yearsBack(end, 3));
    const days = long.reduce((sum, x) => sum + x.length, 0);
    return {
      start: s[0]!.day,
      end,
      days: s.length,
      graded: s.at(-1)!.grading !== undefined && saysHowMuch(s.at(-1)!.grading!) === "PARTLY",
      employed: isEmployed(s),
      repeated: (long.length >= 5 && days >= 100) || (long.length >= 2 && days >= 300),
      employers: [
        ...new Set(s.flatMap((c) => [...c.employers].filter(([, say]) => !isWork(say)).map(([name]) => name))),
      ].sort(),
    };
  });
  const days: RefDay[] = [];
  for (let day = from; day <= to; day += 1) {
    const index = described.findIndex((s) => s.start <= day && day <= s.end);
    const cell = spells[index]?.find((c) => c.day === day);
    const open = all.filter(
      (o) => o.since <= day && (o.lastDay === null || day <= o.lastDay) && (o.metOn === null || day < o.metOn),
    );
    const reached = all.filter(
      (o) =>
        o.due !== null &&
        o.due <= day &&
        (o.lastDay === null || o.due <= o.lastDay) &&
        (o.metOn === null || o.due < o.metOn),
    );
    days.push({
      day,
      spell: index < 0 ? null : described[index]!.start,
      away: cell?.away ?? false,
      open: open.map((o) => `${o.kind} ${o.holder} ${o.party} ${o.due ?? "-"}${o.waits ? " waits" : ""}`).sort(),
      reached: reached.map((o) => `${o.kind} ${o.holder} ${o.party} ${o.due ?? "-"}`).sort(),
    });
  }
  return { spells: described, days };
};
