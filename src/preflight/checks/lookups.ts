/** What other services than ECS told. */
import { containersOf, secretReferences } from '../containers.ts'
import type { Facts, RoleFact } from '../facts.ts'
import type { Found } from '../finding.ts'

export function absentSecrets({ definition, lookedUp }: Facts): readonly Found[] {
  const absent = new Set(lookedUp.absentSecrets)
  return secretReferences(definition)
    .filter(({ valueFrom }) => absent.has(valueFrom))
    .map(({ valueFrom, what, path }) => ({
      path,
      input: 'secrets',
      message: `${what.replace(/^t/, 'T')} is ${valueFrom}, and ${placeText(valueFrom)} has nothing of that name. Create it, or correct the name, the account and the Region of the reference.`,
    }))
}

function placeText(valueFrom: string): string {
  const [, , service, region, account] = valueFrom.split(':')
  const store = service === 'secretsmanager' ? 'Secrets Manager' : 'Parameter Store'
  return region && account
    ? `${store} in account ${account}, Region ${region},`
    : `${store} in the Region of the service`
}

const roleMembers = [
  ['taskRoleArn', 'task role', 'task-role-arn'],
  ['executionRoleArn', 'execution role', 'execution-role-arn'],
] as const

export function absentRoles(facts: Facts): readonly Found[] {
  return rolesThat(facts, ({ kind }) => kind === 'absent').map(({ role, what, ...place }) => ({
    ...place,
    message: `The ${what} ${role} does not exist. Create it, or correct the name.`,
  }))
}

export function untrustingRoles(facts: Facts): readonly Found[] {
  const isUntrusting = (fact: RoleFact): boolean => fact.kind === 'found' && !fact.trustsTasks
  return rolesThat(facts, isUntrusting).map(({ role, what, ...place }) => ({
    ...place,
    message:
      `The ${what} ${role} cannot be assumed by tasks: its trust policy does not name ecs-tasks.amazonaws.com. Add to it ` +
      '{"Effect": "Allow", "Principal": {"Service": "ecs-tasks.amazonaws.com"}, "Action": "sts:AssumeRole"}.',
  }))
}

function rolesThat({ definition, lookedUp }: Facts, isSo: (fact: RoleFact) => boolean) {
  return roleMembers.flatMap(([member, what, input]) => {
    const role = definition[member]
    const fact = role === undefined ? undefined : lookedUp.roles?.get(role)
    return role === undefined || fact === undefined || !isSo(fact) ? [] : [{ role, what, input, path: [member] }]
  })
}

/** One finding for each role, with everything that it lacks. */
export function missingRights({ lookedUp }: Facts): readonly Found[] {
  const byRole = Map.groupBy(lookedUp.refused ?? [], ({ role }) => role)
  return [...byRole].map(([role, refused]) => {
    const what = [
      ...new Set(refused.map(({ action, resource }) => (resource === '*' ? action : `${action} on ${resource}`))),
    ]
    return {
      path: ['executionRoleArn'],
      input: 'execution-role-arn',
      message: `By its own policies the execution role ${role} may not do ${what.join(', ')}, which tasks need before they run. Allow it, unless a resource policy does.`,
    }
  })
}

export function unpassableRoles({ lookedUp }: Facts): readonly Found[] {
  const roles = (lookedUp.callerLacks ?? []).filter(({ action }) => action === 'iam:PassRole')
  return roles.map(({ resource: role }) => ({
    message:
      `By its own policies the role of this job may not pass ${role} to tasks. Allow it: ` +
      `{"Effect": "Allow", "Action": "iam:PassRole", "Resource": "${role}", "Condition": {"StringEquals": {"iam:PassedToService": "ecs-tasks.amazonaws.com"}}}`,
  }))
}

/** One finding for everything but passing roles, with a statement to paste. */
export function lackingCaller({ lookedUp }: Facts): readonly Found[] {
  const lacks = (lookedUp.callerLacks ?? []).filter(({ action }) => action !== 'iam:PassRole')
  if (lacks.length === 0) return []
  const statements = lacks.map(
    ({ action, resource }) => `{"Effect": "Allow", "Action": "${action}", "Resource": "${resource}"}`,
  )
  const what = lacks.map(({ action }) => action).join(', ')
  return [
    { message: `By its own policies the role of this job may not do ${what}. Allow it: ${statements.join(', ')}` },
  ]
}

/** Findings as grave as the input says, or graver. */
export function graveScans({ definition, images, lookedUp }: Facts): readonly Found[] {
  return (lookedUp.scans ?? []).flatMap(({ image, counts, tooGrave }): readonly Found[] => {
    const grave = tooGrave.flatMap((severity) => {
      const count = counts[severity] ?? 0
      return count === 0 ? [] : [`${count} ${severity.toLowerCase()}`]
    })
    if (grave.length === 0) return []
    const input = images.find((known) => known.image === image)?.input
    const place = containersOf(definition).find(({ container }) => container.image === image)
    const message =
      `The scan of the image ${image} found ${grave.join(', ')}. Look at what it is with aws ecr describe-image-scan-findings, ` +
      'rebuild on a base image that has it fixed, or set scan-findings to a graver severity or to off.'
    return [
      {
        message,
        ...(input === undefined ? {} : { input }),
        ...(place === undefined ? {} : { path: [...place.path, 'image'] }),
      },
    ]
  })
}
