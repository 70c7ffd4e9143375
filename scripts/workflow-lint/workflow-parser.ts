/** GitHub's own parser: the schema of workflows, and their expressions. */
import { registerHooks } from 'node:module'
import type { Finding, Linter } from './collect.ts'

export const workflowParser: Linter = async (sources) => {
  // It imports JSON without saying so, which Node refuses.
  const hooks = registerHooks({
    load: (url, context, next) =>
      next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
  })
  const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await import('@actions/workflow-parser')
  hooks.deregister()
  const findings: Finding[] = []
  for (const { place, offset, text } of sources) {
    const { context, value } = parseWorkflow({ name: place, content: text }, new NoOperationTraceWriter())
    const errors = context.errors.getErrors()
    for (const { message, range } of errors)
      findings.push({
        tool: 'workflow-parser',
        rule: 'schema',
        place,
        line: (range?.start.line ?? 1) + offset,
        message,
      })
    if (errors.length > 0 || value === undefined) continue
    const { errors: converting = [] } = await convertWorkflowTemplate(context, value)
    for (const { Message } of converting)
      findings.push({ tool: 'workflow-parser', rule: 'workflow', place, line: 1 + offset, message: Message })
  }
  return findings
}
