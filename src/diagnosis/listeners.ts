/** A place where a program says that it listens. */
export type Listener = { readonly host: string; readonly port: number }

const announces = /\b(?:listen(?:ing|s)?|running|started|starting|serving|bound|ready|local|network|available)\b/i
// A host is a name, an address or nothing (":8080"); a time of day ("14:07:22") is none of them.
const address =
  /(?:https?:\/\/|(?<=[\s=('"]))((?:\[[0-9a-f:.]*\]|\*|::1?|(?:\d{1,3}\.){3}\d{1,3}|[a-z][\w.-]*)?):(\d{2,5})(?![\d.]|:\d)/gi
const barePort = /\bport(?:\(s\))?[ :=]+(\d{2,5})\b/gi

/** Ports of databases and the like: a program that names one of these speaks of what it connects to. */
const portsOfOthers = new Set([1433, 1521, 2181, 3306, 5432, 5672, 6379, 9092, 9200, 11211, 27017])

/** Where the program says that it listens, in the words of the usual servers (uvicorn, Node.js, Go, Spring, .NET, …). */
export function listenersIn(log: string): readonly Listener[] {
  return log
    .split('\n')
    .filter((line) => announces.test(line))
    .flatMap((line) => {
      const named = [...line.matchAll(address)].map(([, host = '', port]) => ({ host, port: Number(port) }))
      const bare =
        named.length > 0 ? [] : [...line.matchAll(barePort)].map(([, port]) => ({ host: '', port: Number(port) }))
      return [...named, ...bare]
    })
    .filter(({ port }) => port < 65_536 && !portsOfOthers.has(port))
}

/** Only the container itself can reach it. */
export function isLoopback({ host }: Listener): boolean {
  return /^(?:127(?:\.\d+){3}|localhost|\[?::1\]?)$/i.test(host)
}
