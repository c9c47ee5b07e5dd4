/**
 * Who may see which row, as conditions over a row `v` and the reader's aliases in `$1`.
 *
 * Source: canonical model, section 0 (audiences) and part A, columns H and W.
 */
const named = (table: string, id: string): string =>
  `exists (select 1 from view_health.${table}_party p where p.${id} = v.${id} and p.party = any($1::text[]))`;

const ofReferral = (referral: string): string =>
  `exists (select 1 from view_health.referral_party p where p.referral_id = ${referral} and p.party = any($1::text[]))`;

const ofReferralMessage = (condition: string): string =>
  `exists (select 1 from view_health.referral_event e join view_health.referral_party p on p.referral_id = e.referral_id
    where ${condition} and p.party = any($1::text[]))`;

const ofDialogue = (condition: string): string =>
  `exists (select 1 from view_health.dialogue d join view_health.dialogue_party p on p.message_id = d.message_id
    where ${condition} and p.party = any($1::text[]))`;

// A letter of welfare's names nobody; it is seen by whom the hub wrote it to. That somebody claims its thread opens nothing.
const writtenTo = `exists (select 1 from view_case.outbox o join view_case.outbox_party p on p.message_id = o.message_id
    where o.in_reply_to = v.archive_id and o.topic = 'samvirke.health.outbound' and v.from_side = 'WELFARE' and p.party = any($1::text[]))`;

// Rows lie under whoever the person was when they were written.
const samePerson = `(select v.person_id
    union all select l.survivor from hub.person_link l where l.merged = v.person_id
    union all select o.merged from hub.person_link o where o.survivor = v.person_id
      or o.survivor = (select l.survivor from hub.person_link l where l.merged = v.person_id))`;

// A standing certificate is what makes somebody the reader's own patient here.
const ownPatient = `exists (select 1 from view_health.sick_leave s join view_health.sick_leave_party p on p.sick_leave_id = s.sick_leave_id
    where s.person_id in ${samePerson} and p.party = any($1::text[]) and s.withdrawn is null
    and s.outcome not in ('REJECTED', 'INVALID') and s.outcome_only is not true)`;

/** Rows of the health side: only for parties that have a part in them. */
export const healthRules = {
  referral: named("referral", "referral_id"),
  referralCopy: named("referral_copy", "archive_id"),
  dialogue: `(${named("dialogue", "message_id")} or ${writtenTo})`,
  statement: named("statement", "statement_id"),
  meeting: `v.event is not null and ${named("meeting", "meeting_id")}`,
  meetingAnswer: named("meeting_answer", "answer_id"),
  spell: ownPatient,
  duty: `v.kind is not null and (${named("duty", "duty_id")}
    or (v.kind = 'RECEIPT' and ${ofReferralMessage("position(e.archive_id::text in v.caused_by) > 0")}))`,
  effort: `(${named("effort", "effort_id")} or ${ofReferral("v.referral_id")})`,
  consent: `(${ofReferral("v.subject_id")} or ${ofDialogue("d.conversation_id = v.subject_id")})`,
  delivery: `(${ofReferralMessage("e.archive_id = v.message_id")}
    or ${ofDialogue("d.from_side <> 'WELFARE' and (d.archive_id = v.message_id or d.message_id = v.message_id)")})`,
} as const;

const given = "('GIVEN', 'ANSWER_TO_CONSENTED_REQUEST')";

// What was said of a consent last counts before what the referral itself stated.
const consentOf = (referral: string): string =>
  `coalesce((select c.status from view_welfare.consent c where c.subject_id = ${referral}.referral_id), ${referral}.consent)`;

const shownReferral = (row: string): string => `(${row}.level = 'FULL' or ${consentOf(row)} in ${given})`;

/** Rows of the welfare side: NAV sees what is its own, and of a referral inside health a trace, where it is consented to. */
export const welfareRules = {
  referral: `v.level is not null and ${shownReferral("v")}`,
  own: "true",
  duty: "v.kind is not null",
  meeting: "(v.event is not null or v.end_event is not null)",
  effort: `(v.sector in ('WORK', 'JOINT')
    or exists (select 1 from view_welfare.referral r where r.referral_id = v.referral_id and ${shownReferral("r")}))`,
  consent: `(v.about = 'CONVERSATION' or v.status = 'GIVEN'
    or exists (select 1 from view_welfare.referral r where r.referral_id = v.subject_id and r.level = 'FULL'))`,
  delivery: `(exists (select 1 from view_welfare.dialogue d where d.archive_id = v.message_id or d.message_id = v.message_id)
    or exists (select 1 from view_welfare.referral_event e join view_welfare.referral r on r.referral_id = e.referral_id
      where e.archive_id = v.message_id and r.level = 'FULL'))`,
} as const;

/** How much of a referral's event welfare opens: medical content only with consent, or where it wrote it itself. */
export const welfareOpensOfReferral = `(select case
      when r.level = 'FULL' and (r.direction = 'TO_HEALTH' or ${consentOf("r")} in ${given}) then 'identity case medical'
      when r.level = 'FULL' then 'identity case'
      when r.level = 'GOAL' and ${consentOf("r")} in ${given} then 'goal'
      else '' end
    from view_welfare.referral r where r.referral_id = v.referral_id)`;

/** An employer's rows carry the employer's alias themselves. */
export const employerRule = "v.party = any($1::text[])";
