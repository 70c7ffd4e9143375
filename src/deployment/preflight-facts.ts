import type { Service } from '@aws-sdk/client-ecs'
import type { SecretFact } from '../aws/secrets.ts'
import { ecrQueryOf } from '../image/resolve.ts'
import type { WantedInputs } from '../inputs/deploy-inputs.ts'
import { containersOf } from '../preflight/containers.ts'
import {
  type Facts,
  type ImageFact,
  type LookedUp,
  type RefusedRight,
  type RoleFact,
  type ScanFact,
  severities,
} from '../preflight/facts.ts'
import {
  callerRights,
  decryptRights,
  executionRights,
  type Home,
  homeOf,
  type Rights,
  rolesToLookUp,
  secretsToLookUp,
  wholeSecret,
} from '../preflight/lookups.ts'
import { platformIsCertain } from '../preflight/platform.ts'
import type { Skipped } from '../preflight/skipped.ts'
import { trustsTasks } from '../preflight/trust.ts'
import { inProgressOf } from '../rollout/in-progress.ts'
import type { Snapshot } from '../rollout/snapshot.ts'
import type { TaskDefinition } from '../task-definition/task-definition.ts'
import type { LookedUpImage } from './images.ts'
import { firstThenRest, type LookUp, lookUpFor } from './look-up.ts'
import type { Ports } from './ports.ts'
import type { DeploymentRecord } from './record.ts'

/** What is about to be deployed. */
export type Subject = {
  readonly service: Service
  readonly before: Snapshot
  readonly definition: TaskDefinition
  readonly images: readonly LookedUpImage[]
}

/** Everything that the checks look at, asked for side by side; what could not be read is in `skipped`. */
export async function gatherFacts(
  { service, before, definition, images }: Subject,
  inputs: Pick<WantedInputs, 'settings' | 'preflightIgnore' | 'dryRun' | 'autoscaling' | 'scanFindings'>,
  ports: Ports,
  record: DeploymentRecord,
): Promise<{ readonly facts: Facts; readonly skipped: readonly Skipped[] }> {
  const { settings, preflightIgnore, scanFindings } = inputs
  const skipped: Skipped[] = []
  const lookUp = lookUpFor(record, preflightIgnore, skipped)
  const offline = { service, definition, settings }
  const home = homeOf(service.serviceArn)
  const [imageFacts, lookedUp, scanned] = await Promise.all([
    platformIsCertain(offline) ? withPlatforms(images, ports, lookUp, inputs, skipped) : images,
    home === undefined ? {} : lookEverythingUp(offline, inputs, home, ports, lookUp),
    scanFindings === 'off' ? {} : scans(images, scanFindings, ports, lookUp, skipped),
  ])
  const underWay = inProgressOf(before)?.deployment.id
  const facts = {
    ...offline,
    images: imageFacts,
    lookedUp: { ...lookedUp, ...scanned },
    ...(underWay === undefined ? {} : { underWay }),
  }
  return { facts, skipped }
}

/** A single image in ECR says its platform in its configuration only; of other registries the look-up told it, or could not. */
function withPlatforms(
  images: readonly LookedUpImage[],
  ports: Ports,
  lookUp: LookUp,
  { preflightIgnore }: Pick<WantedInputs, 'preflightIgnore'>,
  skipped: Skipped[],
): Promise<readonly ImageFact[]> {
  return firstThenRest(images, async ({ config, ...image }) => {
    if (config === undefined) {
      if (image.platforms?.length === 0 && !preflightIgnore.includes('image-platform')) {
        const reason = 'the registry does not say which platform it is built for'
        skipped.push({ ids: ['image-platform'], action: image.image, reason })
      }
      return image
    }
    const read = () => ports.ecr.readPlatform(config)
    const platform = await lookUp(['image-platform'], 'ecr:GetDownloadUrlForLayer', read)
    return platform === undefined ? image : { ...image, platforms: [platform] }
  })
}

type Offline = Pick<Facts, 'service' | 'definition' | 'settings'>

async function lookEverythingUp(
  offline: Offline,
  { dryRun, autoscaling }: Pick<WantedInputs, 'dryRun' | 'autoscaling'>,
  home: Home,
  ports: Ports,
  lookUp: LookUp,
): Promise<LookedUp> {
  const { definition } = offline
  const secrets = secretFacts(definition, home, ports, lookUp)
  const parts = await Promise.all([
    secrets.then((found) => absentSecrets(definition, found)),
    roles(definition, home, ports, lookUp),
    simulated(offline, dryRun, secrets, home, ports, lookUp),
    // With it the user has said what is to become of the scaling.
    autoscaling === undefined ? scaling(offline, ports, lookUp) : {},
    openPorts(offline, ports, lookUp),
  ])
  return Object.assign({}, ...parts)
}

/** Those that could be asked for. */
async function secretFacts(
  definition: TaskDefinition,
  home: Home,
  ports: Ports,
  lookUp: LookUp,
): Promise<readonly SecretFact[]> {
  const { secrets, parameters } = secretsToLookUp(definition, home)
  const ids = ['secret-absent'] as const
  const ask = (secret: string) => ports.secrets.secret(secret)
  const [ofSecrets = [], ofParameters = []] = await Promise.all([
    secrets.length === 0 ? [] : lookUp(ids, 'secretsmanager:DescribeSecret', () => firstThenRest(secrets, ask)),
    parameters.length === 0 ? [] : lookUp(ids, 'ssm:DescribeParameters', () => ports.secrets.parameters(parameters)),
  ])
  return [...ofSecrets, ...ofParameters]
}

function absentSecrets(definition: TaskDefinition, found: readonly SecretFact[]): LookedUp {
  const missing = new Set(found.filter(({ exists }) => !exists).map(({ valueFrom }) => valueFrom))
  const named = containersOf(definition).flatMap(({ container }) => [
    ...[...(container.secrets ?? []), ...(container.logConfiguration?.secretOptions ?? [])].map((one) => one.valueFrom),
    container.repositoryCredentials?.credentialsParameter,
  ])
  return {
    absentSecrets: named.flatMap((valueFrom = '') =>
      missing.has(valueFrom) || missing.has(wholeSecret(valueFrom)) ? [valueFrom] : [],
    ),
  }
}

async function roles(definition: TaskDefinition, home: Home, ports: Ports, lookUp: LookUp): Promise<LookedUp> {
  const named = rolesToLookUp(definition, home)
  if (named.length === 0) return {}
  const found = await lookUp(['role-absent', 'role-trust'], 'iam:GetRole', () =>
    firstThenRest(
      named,
      async ({ written, name }) => [written, roleFact(await ports.roles.trustPolicy(name))] as const,
    ),
  )
  return found === undefined ? {} : { roles: new Map(found) }
}

function roleFact(trustPolicy: string | undefined): RoleFact {
  return trustPolicy === undefined ? { kind: 'absent' } : { kind: 'found', trustsTasks: trustsTasks(trustPolicy) }
}

/** One question after the other, so that a denial is one call. */
async function simulated(
  offline: Offline,
  dryRun: boolean,
  secrets: Promise<readonly SecretFact[]>,
  home: Home,
  ports: Ports,
  lookUp: LookUp,
): Promise<LookedUp> {
  const { definition } = offline
  const ask = (needed: readonly Rights[]) => rights(definition, needed, home, ports, lookUp)
  const starting = await ask(executionRights(definition, home))
  const decrypting = await ask(decryptRights(await secrets, home))
  const caller = dryRun ? await passing(offline, home, ports, lookUp) : {}
  return { refused: [...starting, ...decrypting], ...caller }
}

/** What the execution role lacks of it. */
async function rights(
  definition: TaskDefinition,
  needed: readonly Rights[],
  home: Home,
  ports: Ports,
  lookUp: LookUp,
): Promise<readonly RefusedRight[]> {
  const arns = rolesToLookUp(definition, home).flatMap(({ arn }) => arn ?? [])
  const role = arns.find((arn) => arn === definition.executionRoleArn)
  if (role === undefined || needed.length === 0) return []
  const refused = await lookUp(['execution-role-rights'], 'iam:SimulatePrincipalPolicy', () =>
    firstThenRest(needed, ({ actions, resources, via }) => ports.roles.refusals(role, actions, resources, via)),
  )
  return (refused ?? []).flat().map((one) => ({ ...one, role }))
}

/** Only where nothing is changed: RegisterTaskDefinition and UpdateService say it themselves, and cost no call more. */
async function passing({ definition, service }: Offline, home: Home, ports: Ports, lookUp: LookUp): Promise<LookedUp> {
  const rights = callerRights(definition, service.serviceArn, home)
  const ids = ['pass-role', 'caller-rights'] as const
  const caller = await lookUp(ids, 'sts:GetCallerIdentity', () => ports.roles.caller())
  if (caller === undefined) return {}
  const ask = () => ports.roles.lacking(caller, rights)
  const callerLacks = await lookUp(ids, 'iam:SimulatePrincipalPolicy', ask)
  return callerLacks === undefined ? {} : { callerLacks }
}

/** What the last scans found in the images of private ECR; for those without a scan, why there is none. */
async function scans(
  images: readonly LookedUpImage[],
  threshold: Exclude<WantedInputs['scanFindings'], 'off'>,
  ports: Ports,
  lookUp: LookUp,
  skipped: Skipped[],
): Promise<LookedUp> {
  const action = 'ecr:DescribeImageScanFindings'
  const tooGrave = severities.slice(0, severities.findIndex((one) => one.toLowerCase() === threshold) + 1)
  const found = await firstThenRest(images, async ({ image }): Promise<readonly ScanFact[]> => {
    const query = ecrQueryOf(image)
    const answer = query && (await lookUp(['scan-findings'], action, () => ports.ecr.scanFindings(query)))
    if (answer === undefined) return []
    if (answer.kind === 'scanned') return [{ image, counts: answer.counts, tooGrave }]
    skipped.push({ ids: ['scan-findings'], action, reason: `${image}: ${answer.reason}` })
    return []
  })
  return { scans: found.flat() }
}

async function scaling({ service, settings }: Offline, ports: Ports, lookUp: LookUp): Promise<LookedUp> {
  if (settings.desiredCount === undefined) return {}
  const isScaled = await lookUp(['count-is-scaled'], 'application-autoscaling:DescribeScalableTargets', () =>
    ports.scalableTargets.isScaled(service.clusterArn ?? '', service.serviceName ?? ''),
  )
  return isScaled === undefined ? {} : { isScaled }
}

async function openPorts({ service, settings, definition }: Offline, ports: Ports, lookUp: LookUp): Promise<LookedUp> {
  const network = (settings.networkConfiguration ?? service.networkConfiguration)?.awsvpcConfiguration
  const groups = network?.securityGroups ?? []
  const listens = containersOf(definition).some(({ container }) => (container.portMappings ?? []).length > 0)
  if (network?.assignPublicIp !== 'ENABLED' || groups.length === 0 || !listens) return {}
  const open = await lookUp(['open-to-internet', 'closed-to-all'], 'ec2:DescribeSecurityGroups', () =>
    ports.ec2.openPorts(groups),
  )
  return open === undefined ? {} : { openPorts: open }
}
