/** The eight services of examples/microservices as one group. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@jest/globals'
import { services } from '../../examples/microservices/scenario.ts'
import type { Account, Circumstances, Ended, Inputs } from './account.ts'
import { errors } from './expectations.ts'

export { scenario } from '../../examples/microservices/scenario.ts'

export const cluster = 'aiponge-cluster'
export const names = services.map(({ name }) => name)
const registry = '111122223333.dkr.ecr.us-east-1.amazonaws.com'

export function image(service: string, tag: string): string {
  return `${registry}/aiponge-${service}:${tag}`
}

const read = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../examples/microservices', name), 'utf8')
const template = read('service.jsonc')

/**
 * examples/microservices/services.yml: three steps, the gateway last. Without the task before and the addresses after, which
 * need what a test has to bring along.
 *
 * @param tags of the images that are not to be `v2`
 */
export function groupYaml(tags: Readonly<Record<string, string>> = {}): string {
  return Object.entries(tags).reduce(
    (text, [name, tag]) => text.replace(`- name: ${name}\n`, `- name: ${name}\n  image-tag: ${tag}\n`),
    read('services.yml').replace(/^ {2}(?:pre-deploy-command|verify-urls):.*\n(?: {4}.*\n)*/gm, ''),
  )
}

/** As examples/microservices/deploy.yml does it, with `v2`. */
export function deployGroup(account: Account, inputs: Inputs = {}, circumstances: Circumstances = {}): Promise<Ended> {
  const common = { service: '', cluster, services: groupYaml(), 'task-definition': 'service.jsonc' }
  const tag = inputs.image === undefined ? { 'image-tag': 'v2' } : {}
  return account.run({ ...common, ...tag, ...inputs }, { files: { 'service.jsonc': template }, ...circumstances })
}

export type MemberEnd = Readonly<Record<string, string>> & { readonly service: string; readonly outcome: string }

/** The output `services`. */
export function membersOf(run: Pick<Ended, 'outputs'>): readonly MemberEnd[] {
  return JSON.parse(run.outputs.services || '[]') as readonly MemberEnd[]
}

export function outcomesOf(run: Pick<Ended, 'outputs'>): Readonly<Record<string, string>> {
  return Object.fromEntries(membersOf(run).map(({ service, outcome }) => [service, outcome]))
}

/** Outcome, exit code, table, summary, report and annotation of a group agree with each other. */
export function expectGroup(run: Ended, outcome: string, members: Readonly<Record<string, string>>): void {
  expect(`${run.outputs.outcome}\n${run.log}`).toBe(`${outcome}\n${run.log}`)
  const succeeded = ['deployed', 'unchanged', 'updated', 'started', 'planned'].includes(outcome)
  expect(run.exitCode).toBe(succeeded ? 0 : 1)
  expect(errors(run)).toHaveLength(succeeded ? 0 : 1)
  expect(outcomesOf(run)).toEqual(members)
  expect(run.report).toMatchObject({
    format: 1,
    action: 'deploy',
    outcome,
    services: Object.entries(members).map(([service, own]) => ({ service, outcome: own })),
  })
  for (const [service, own] of Object.entries(members)) {
    expect(run.log).toMatch(new RegExp(`^ {2}${service} +${own}\\b`, 'm'))
    expect(run.summary).toContain(`| <code>${service}</code> |`)
  }
}

/** The services of the calls of one operation, in the order in which they were sent. */
export function servicesOf(account: Account, operation: string): readonly string[] {
  return account.calls(operation).map(({ input }) => {
    const { service, serviceDeploymentArn } = input as { service?: string; serviceDeploymentArn?: string }
    return service ?? serviceDeploymentArn?.split('/').at(-2) ?? ''
  })
}

/** All of them with one outcome, but for some. */
export function all(outcome: string, others: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return { ...Object.fromEntries(names.map((name) => [name, outcome])), ...others }
}
