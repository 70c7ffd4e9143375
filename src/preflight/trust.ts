/**
 * Whether a trust policy lets ECS tasks assume the role; pure. Only a policy that certainly does not is a no: one that cannot be
 * read, or that speaks in exclusions, is taken for a yes.
 */
export function trustsTasks(policy: string): boolean {
  const statements = statementsIn(policy)
  if (statements === undefined) return true
  return statements.some((statement) => {
    if (statement.Effect !== 'Allow') return false
    if ('NotPrincipal' in statement || 'NotAction' in statement) return true
    return listed(statement.Action).some(isAssuming) && principals(statement.Principal).some(isTasks)
  })
}

type Statement = { readonly Effect?: unknown; readonly Action?: unknown; readonly Principal?: unknown }

function statementsIn(policy: string): readonly Statement[] | undefined {
  try {
    const { Statement } = JSON.parse(policy) as { readonly Statement?: unknown }
    const statements = Array.isArray(Statement) ? Statement : [Statement]
    return statements.every((one) => typeof one === 'object' && one !== null) ? (statements as Statement[]) : undefined
  } catch {
    return undefined
  }
}

function principals(principal: unknown): readonly string[] {
  if (typeof principal !== 'object' || principal === null) return listed(principal)
  const { Service, AWS } = principal as { readonly Service?: unknown; readonly AWS?: unknown }
  return [...listed(Service), ...listed(AWS).filter((account) => account === '*')]
}

function listed(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string')
}

function isAssuming(action: string): boolean {
  const pattern = action.toLowerCase()
  return pattern.includes('*') || pattern === 'sts:assumerole'
}

/** In China the name may end in .cn. */
function isTasks(service: string): boolean {
  return service === '*' || /^ecs-tasks\.amazonaws\.com/i.test(service)
}
