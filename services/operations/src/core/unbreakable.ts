/** Rules and pre-checks that no single message can be seen to break, each with the reason. */
export const unbreakable: Readonly<Record<string, string>> = {
  DUPLIKAT:
    "A duplicate needs an earlier message with the same content: send a valid sample, change its MsgId and send it again.",
  TESTNUMMER_I_PRODUKSJON:
    "Only a hub whose policy data says production refuses test persons, and only those that the policy lists.",
  VEDLEGG_FOR_STORT:
    "The limit for attachments is 301 MiB, and the gateway refuses every message above its own limit (64 MiB) first.",
  PERIODER_MANGLER:
    "The pre-check PERIODER_IKKE_OPPGITT stops a certificate without periods before the rules are asked.",
};
