import type { ECRClient } from '@aws-sdk/client-ecr'
import { ask, withinShortLimit } from '../aws/call-limit.ts'
import { type Connection, connect } from '../aws/connection.ts'
import { ecsPort } from '../aws/ecs.ts'
import type { LogsPort } from '../aws/logs.ts'
import type { RolesPort } from '../aws/roles.ts'
import type { SecretsPort } from '../aws/secrets.ts'
import type { TasksPort } from '../aws/tasks.ts'
import type { GroupPorts, Ports } from '../deployment/ports.ts'
import type { Logger } from '../github/log.ts'
import { runContext } from '../github/run-context.ts'
import type { DeployInputs } from '../inputs/deploy-inputs.ts'
import { systemClock } from './clock.ts'

/**
 * Everything a deployment talks to, for real. What looks images up is loaded when it is first needed.
 *
 * @throws ProblemsFound without Region or credentials
 */
export async function deploymentPorts(
  { region, allowUnknownMembers, githubToken }: Pick<DeployInputs, 'region' | 'allowUnknownMembers' | 'githubToken'>,
  env: NodeJS.ProcessEnv,
  log: Logger,
  cancelled: AbortSignal,
  keep: Ports['keep'],
): Promise<GroupPorts> {
  const connection = await connect(region, allowUnknownMembers)
  const extras: Connection = { ...connection, withinLimit: withinShortLimit }
  const ecrClient = ecrClients(connection)
  const tasks = async (): Promise<TasksPort> => (await import('../aws/tasks.ts')).tasksPort(connection)
  let logsMade: Promise<LogsPort> | undefined
  const logs = (): Promise<LogsPort> => {
    logsMade ??= import('../aws/logs.ts').then(({ logsPort }) => logsPort(connection))
    return logsMade
  }
  let secretsMade: Promise<SecretsPort> | undefined
  const secrets = (): Promise<SecretsPort> => {
    secretsMade ??= import('../aws/secrets.ts').then(({ secretsPort }) => secretsPort(extras))
    return secretsMade
  }
  let rolesMade: Promise<RolesPort> | undefined
  const roles = (): Promise<RolesPort> => {
    rolesMade ??= import('../aws/roles.ts').then(({ rolesPort }) => rolesPort(extras))
    return rolesMade
  }
  return {
    ecs: ecsPort(connection),
    lots: async () => (await import('../aws/ecs-lots.ts')).ecsLotsPort(connection),
    tasks: {
      runTask: async (input) => (await tasks()).runTask(input),
      stopTask: async (...asked) => (await tasks()).stopTask(...asked),
      serviceTags: async (...asked) => (await tasks()).serviceTags(...asked),
    },
    ec2: {
      publicIps: async (interfaces) => (await import('../aws/ec2.ts')).ec2Port(connection).publicIps(interfaces),
      openPorts: async (groups) => (await import('../aws/ec2.ts')).ec2Port(extras).openPorts(groups),
    },
    logs: {
      lastLines: async (place, count) => (await logs()).lastLines(place, count),
      groupExists: async (place) => (await logs()).groupExists(place),
      linesFrom: async (place, from) => (await logs()).linesFrom(place, from),
    },
    targetHealth: {
      targetHealth: async (group) =>
        (await import('../aws/target-health.ts')).targetHealthPort(connection).targetHealth(group),
      loadBalancerNames: async (groups) =>
        (await import('../aws/target-health.ts')).targetHealthPort(connection).loadBalancerNames(groups),
    },
    alarms: {
      alarms: async (names) => (await import('../aws/alarms.ts')).alarmsPort(connection).alarms(names),
    },
    ecr: {
      findImage: async (query) => (await import('../image/ecr.ts')).ecrImages(ecrClient).findImage(query),
      readPlatform: async (config) =>
        (await import('../image/ecr.ts')).ecrImages(ecrClient, withinShortLimit).readPlatform(config),
      scanFindings: async (query) =>
        (await import('../image/ecr.ts')).ecrImages(ecrClient, withinShortLimit).scanFindings(query),
    },
    repositoryUri: async (repository) => repositoryUri(await ecrClient(connection.region), repository),
    imageTools: {
      inspect: async (image) => (await import('../image/other-registries.ts')).otherRegistries(env).inspect(image),
    },
    scalableTargets: {
      isScaled: async (cluster, service) =>
        (await import('../aws/scalable-targets.ts')).scalableTargetsPort(extras).isScaled(cluster, service),
      describe: async (cluster, service) =>
        (await import('../aws/scalable-targets.ts')).scalableTargetsPort(connection).describe(cluster, service),
      setSuspended: async (...asked) =>
        (await import('../aws/scalable-targets.ts')).scalableTargetsPort(connection).setSuspended(...asked),
    },
    secrets: {
      exists: async (valueFrom) => (await secrets()).exists(valueFrom),
      secret: async (valueFrom) => (await secrets()).secret(valueFrom),
      parameters: async (valueFroms) => (await secrets()).parameters(valueFroms),
    },
    roles: {
      trustPolicy: async (name) => (await roles()).trustPolicy(name),
      refusals: async (...asked) => (await roles()).refusals(...asked),
      caller: async () => (await roles()).caller(),
      lacking: async (...asked) => (await roles()).lacking(...asked),
    },
    commits: {
      compare: async (...commits) =>
        (await import('../github/commits.ts')).githubCommits(githubToken).compare(...commits),
    },
    requests: {
      send: async (request, signal) => (await import('../verification/http.ts')).httpRequests().send(request, signal),
    },
    scripts: {
      run: async (...script) => (await import('../verification/bash.ts')).bashScripts(env, systemClock).run(...script),
    },
    log,
    clock: systemClock,
    random: Math.random,
    run: runContext(env),
    region: connection.region,
    cancelled,
    keep,
  }
}

/** One ECR client per Region of the images, made when it is first needed. */
function ecrClients({ shared }: Connection): (region: string) => Promise<ECRClient> {
  const clients = new Map<string, Promise<ECRClient>>()
  return (region) => {
    const known = clients.get(region)
    if (known !== undefined) return known
    const made = import('@aws-sdk/client-ecr').then(({ ECRClient }) => new ECRClient({ ...shared, region }))
    clients.set(region, made)
    return made
  }
}

async function repositoryUri(client: ECRClient, repository: string): Promise<string> {
  const { DescribeRepositoriesCommand } = await import('@aws-sdk/client-ecr')
  const command = new DescribeRepositoriesCommand({ repositoryNames: [repository] })
  const answer = await ask((options) => client.send(command, options))
  const uri = answer.repositories?.[0]?.repositoryUri
  if (uri === undefined) throw new SyntaxError('DescribeRepositories answered without a repository')
  return uri
}
