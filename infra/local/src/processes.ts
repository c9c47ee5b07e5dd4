export { endProcess, identityOf, isAlive, startedAt, type Identity } from "../plain/processes.mjs";
export { hasOwnJava, javaVersion, newestJava, type Java } from "../plain/java.mjs";
