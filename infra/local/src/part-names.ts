/** The three real parts that the hub stands on. */
export type PartName = "postgres" | "kafka" | "registry";

export const partNames: readonly PartName[] = ["postgres", "kafka", "registry"];

/** What people call them. */
export const partTitles: Readonly<Record<PartName, string>> = {
  postgres: "PostgreSQL",
  kafka: "Kafka",
  registry: "the schema registry",
};
