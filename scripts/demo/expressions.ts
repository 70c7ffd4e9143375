/**
 * Fills in `${{ … }}` as far as these workflows use it: a context value, no operators and no functions.
 *
 * @param values by expression, e.g. `github.sha`
 * @throws Error for an expression without a value, so that nothing is silently left out
 */
export function fillIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_whole, expression: string) => {
    const value = values[expression]
    if (value === undefined) throw new Error(`There is no value for the expression ${expression}`)
    return value
  })
}
