/** What GitHub makes of the expressions in a workflow, by its own evaluator. */
import { data, Evaluator, Lexer, Parser } from '@actions/expressions'

export type Contexts = Readonly<Record<string, unknown>>

const none: Contexts = { github: {}, inputs: {}, matrix: {}, needs: {}, runner: {}, steps: {}, vars: {} }

/** @param text with one `${{ }}` around it, or none. A name that is not known is '', as on GitHub. */
export function evaluated(text: string, contexts: Contexts): string {
  const inner = text.match(/^\$\{\{ (.*) \}\}$/)?.[1]
  if (inner === undefined) return text
  const all = { ...none, ...contexts }
  const expression = new Parser(new Lexer(inner).lex().tokens, Object.keys(all), []).parse()
  const known = Object.entries(all).map(([key, value]) => ({
    key,
    value: JSON.parse(JSON.stringify(value), data.reviver) as data.ExpressionData,
  }))
  return new Evaluator(expression, new data.Dictionary(...known)).evaluate().coerceString()
}

/** The values of a `with:` or `env:`. */
export function filledIn(values: Readonly<Record<string, unknown>> = {}, contexts: Contexts): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, text]) => [name, evaluated(String(text), contexts)]))
}
