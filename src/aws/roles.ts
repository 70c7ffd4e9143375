import { callerArn, principalOf } from './caller.ts'
import type { Connection } from './connection.ts'
import { isNamed } from './failure.ts'
import { type Call, listOf, type ServiceModel, simple, smallClient, structure } from './small-client.ts'

/** A pair of what somebody may not do and on what. */
export type Refused = { readonly action: string; readonly resource: string }

/** Roles: whether they exist, who may assume them, and what they may do by their own policies. */
export type RolesPort = {
  /** The trust policy as JSON text; undefined where there is no such role. @throws what IAM throws */
  trustPolicy(roleName: string): Promise<string | undefined>
  /**
   * What the principal may not do; none where IAM does not know it.
   *
   * @param via host of the service that calls KMS for the principal, for policies with `kms:ViaService`
   * @throws what IAM throws
   */
  refusals(
    principalArn: string,
    actions: readonly string[],
    resources: readonly string[],
    via?: string,
  ): Promise<readonly Refused[]>
  /** The role or user that is calling, where IAM can be asked about it. @throws what STS throws */
  caller(): Promise<string | undefined>
  /** Those of the rights that the principal does not have; roles are passed to tasks. @throws what IAM throws */
  lacking(principalArn: string, rights: readonly Refused[]): Promise<readonly Refused[]>
}

const iam: ServiceModel = {
  id: 'IAM',
  host: 'iam',
  signingName: 'iam',
  protocol: 'query',
  version: '2010-05-08',
  xmlNamespace: 'https://iam.amazonaws.com/doc/2010-05-08/',
  global: true,
}

const getRole = structure('GetRoleRequest', { RoleName: simple.string })
const role = structure('Role', { AssumeRolePolicyDocument: simple.string })
const gotRole = structure('GetRoleResponse', { Role: role })

const strings = (name: string) => listOf(name, simple.string)
const contextEntry = structure('ContextEntry', {
  ContextKeyName: simple.string,
  ContextKeyValues: strings('ContextKeyValueListType'),
  ContextKeyType: simple.string,
})
const simulate = structure('SimulatePrincipalPolicyRequest', {
  PolicySourceArn: simple.string,
  ActionNames: strings('ActionNameListType'),
  ResourceArns: strings('ResourceNameListType'),
  ContextEntries: listOf('ContextEntryListType', contextEntry),
})
const specific = structure('ResourceSpecificResult', {
  EvalResourceName: simple.string,
  EvalResourceDecision: simple.string,
})
const evaluation = structure('EvaluationResult', {
  EvalActionName: simple.string,
  EvalResourceName: simple.string,
  EvalDecision: simple.string,
  ResourceSpecificResults: listOf('ResourceSpecificResultListType', specific),
})
const simulated = structure('SimulatePolicyResponse', {
  EvaluationResults: listOf('EvaluationResultsListType', evaluation),
})

/** IAM has one endpoint for a whole partition, in the Region that signs for it (rule set of the IAM client). */
export function homeRegionOf(region: string): string {
  const homes = [
    [/^cn-/, 'cn-north-1'],
    [/^us-gov-/, 'us-gov-west-1'],
    [/^eusc-/, 'eusc-de-east-1'],
    [/^us-iso-/, 'us-iso-east-1'],
    [/^us-isob-/, 'us-isob-east-1'],
    [/^us-isof-/, 'us-isof-south-1'],
    [/^eu-isoe-/, 'eu-isoe-west-1'],
  ] as const
  return homes.find(([pattern]) => pattern.test(region))?.[1] ?? 'us-east-1'
}

const passedToTasks = {
  ContextKeyName: 'iam:PassedToService',
  ContextKeyValues: ['ecs-tasks.amazonaws.com'],
  ContextKeyType: 'string',
}

function calledVia(service: string) {
  return { ContextKeyName: 'kms:ViaService', ContextKeyValues: [service], ContextKeyType: 'string' }
}

/** The port over IAM. */
export function rolesPort(connection: Connection): RolesPort {
  let client: Promise<Call> | undefined
  const iamClient = (): Promise<Call> => {
    client ??= smallClient(connection, iam, homeRegionOf(connection.region), connection.withinLimit)
    return client
  }
  const refusals = async (
    principal: string,
    actions: readonly string[],
    resources: readonly string[],
    context: readonly object[],
  ): Promise<readonly Refused[]> => {
    const call = await iamClient()
    const asked = {
      PolicySourceArn: principal,
      ActionNames: [...actions],
      ResourceArns: [...resources],
      ...(context.length === 0 ? {} : { ContextEntries: [...context] }),
    }
    try {
      const { EvaluationResults = [] } = await call<Simulated>('SimulatePrincipalPolicy', simulate, simulated, asked)
      return EvaluationResults.flatMap(refusedIn)
    } catch (error) {
      if (isNoSuchEntity(error)) return []
      throw error
    }
  }
  return {
    async trustPolicy(roleName) {
      const call = await iamClient()
      try {
        const { Role } = await call<GotRole>('GetRole', getRole, gotRole, { RoleName: roleName })
        // Policies come back percent-encoded (API reference, Role).
        return decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '')
      } catch (error) {
        if (isNoSuchEntity(error)) return undefined
        throw error
      }
    },
    refusals: (principal, actions, resources, via) =>
      refusals(principal, actions, resources, via === undefined ? [] : [calledVia(via)]),
    caller: async () => principalOf(await callerArn(connection)),
    async lacking(principal, rights) {
      // One call tries every action on every resource; what nobody does is left out of the answer.
      const actions = [...new Set(rights.map(({ action }) => action))]
      const resources = [...new Set(rights.map(({ resource }) => resource))]
      const refused = await refusals(principal, actions, resources, [passedToTasks])
      return rights.filter((right) =>
        refused.some(({ action, resource }) => action === right.action && resource === right.resource),
      )
    },
  }
}

function isNoSuchEntity(error: unknown): boolean {
  return isNamed(error, 'NoSuchEntity', 'NoSuchEntityException')
}

/** Several resources may come as results of their own, or as parts of one (API reference, EvaluationResult). */
function refusedIn({ EvalActionName: action = '', ...result }: Evaluation): readonly Refused[] {
  const parts = result.ResourceSpecificResults ?? []
  const each =
    parts.length > 0
      ? parts.map((part) => ({ resource: part.EvalResourceName, decision: part.EvalResourceDecision }))
      : [{ resource: result.EvalResourceName, decision: result.EvalDecision }]
  return each
    .filter(({ decision }) => decision === 'implicitDeny' || decision === 'explicitDeny')
    .map(({ resource = '*' }) => ({ action, resource }))
}

type GotRole = { readonly Role?: { readonly AssumeRolePolicyDocument?: string } }
type Evaluation = {
  readonly EvalActionName?: string
  readonly EvalResourceName?: string
  readonly EvalDecision?: string
  readonly ResourceSpecificResults?: readonly {
    readonly EvalResourceName?: string
    readonly EvalResourceDecision?: string
  }[]
}
type Simulated = { readonly EvaluationResults?: readonly Evaluation[] }
