import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { outputsOf, writeOutputs, writeReportFile, writeSummary } from '../../src/github/outputs.ts'
import { runContext } from '../../src/github/run-context.ts'
import { digest, rolledBack, without } from './support.ts'

const folder = mkdtempSync(join(tmpdir(), 'outputs-'))

/** Reads an environment file the way the runner does (actions/runner, FileCommandManager). */
function parse(content: string): Record<string, string> {
  const outputs: Record<string, string> = {}
  const lines = content.split('\n')
  while (lines.length > 1) {
    const [name = '', delimiter = ''] = (lines.shift() ?? '').split('<<')
    const end = lines.indexOf(delimiter)
    expect(end).toBeGreaterThanOrEqual(0)
    outputs[name] = lines
      .splice(0, end + 1)
      .slice(0, -1)
      .join('\n')
  }
  return outputs
}

describe('outputs', () => {
  test('of a failed deployment', () => {
    expect(outputsOf(rolledBack, '/tmp/report.json')).toEqual({
      outcome: 'rolled-back',
      changed: 'true',
      'task-definition': 'app:8',
      'task-definition-arn': 'arn:aws:ecs:eu-west-1:111122223333:task-definition/app:8',
      'previous-task-definition': 'app:7',
      image: `111122223333.dkr.ecr.eu-west-1.amazonaws.com/app@${digest('b')}`,
      'image-digest': digest('b'),
      'deployment-id': 'ecs-svc/1234567890123456789',
      'service-deployment-arn': 'arn:aws:ecs:eu-west-1:111122223333:service-deployment/prod/app/NCWGC2ZR-taawPAYrIaU5',
      'superseded-by': '',
      'public-ips': '',
      'task-ips': '',
      'running-count': '2',
      'duration-seconds': '185',
      cause: 'exit-1',
      'console-url':
        'https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/prod/services/app/health?region=eu-west-1',
      services: '',
      report: '/tmp/report.json',
    })
  })

  test('are all there when nothing is known', () => {
    const blank = {
      ...without(rolledBack, 'before', 'wanted', 'now', 'deploymentId', 'serviceDeploymentArn'),
      diagnoses: [],
    }
    const outputs = outputsOf(blank)
    expect(Object.keys(outputs)).toEqual(Object.keys(outputsOf(rolledBack)))
    expect(
      Object.entries(outputs)
        .filter(([, value]) => value !== '')
        .map(([name]) => name),
    ).toEqual(['outcome', 'changed', 'duration-seconds', 'console-url'])
  })

  test('the digest of another revision is never taken', () => {
    const images = [{ container: 'app', image: 'app:v2' }]
    const wanted = { taskDefinition: 'app:8', taskDefinitionArn: 'arn', images }
    expect(outputsOf({ ...rolledBack, wanted })['image-digest']).toBe('')
  })

  test('the image is that of the container that changed', () => {
    const image = (tag: string) => [
      { container: 'proxy', image: 'envoy:v1' },
      { container: 'app', image: `app:${tag}` },
    ]
    const make = (revision: number, tag: string) => ({
      taskDefinition: `app:${revision}`,
      taskDefinitionArn: 'arn',
      images: image(tag),
    })
    expect(outputsOf({ ...rolledBack, before: make(7, 'v1'), wanted: make(8, 'v2') }).image).toBe('app:v2')
  })
})

/** The toolkit reads the runner's own variables. */
async function write(outputs: Record<string, string>, path: string): Promise<void> {
  process.env.GITHUB_OUTPUT = path
  await writeOutputs(outputs, { GITHUB_OUTPUT: path })
}

describe('writing', () => {
  test('any value comes back from the file as it was', async () => {
    const path = join(folder, 'output')
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.stringMatching(/^[a-z-]{1,9}$/), fc.string({ unit: 'grapheme' })),
        async (outputs) => {
          writeFileSync(path, '')
          await write({ ...outputs, lines: 'a\nb=c\nx<<y' }, path)
          expect(parse(readFileSync(path, 'utf8'))).toEqual({ ...outputs, lines: 'a\nb=c\nx<<y' })
        },
      ),
    )
  })

  test('adds to what is there', async () => {
    const path = join(folder, 'added')
    writeFileSync(path, '')
    await write({ a: '1' }, path)
    await write({ b: '2' }, path)
    expect(parse(readFileSync(path, 'utf8'))).toEqual({ a: '1', b: '2' })
  })

  test('outside GitHub Actions does nothing', async () => {
    await expect(writeOutputs({ a: '1' }, {})).resolves.toBeUndefined()
    await expect(writeSummary('x', {})).resolves.toBe('absent')
  })

  test('a summary that would make GitHub drop all of them is not added', async () => {
    const path = join(folder, 'summary')
    writeFileSync(path, '')
    process.env.GITHUB_STEP_SUMMARY = path
    await expect(writeSummary('x'.repeat(600_000), { GITHUB_STEP_SUMMARY: path })).resolves.toBe('written')
    await expect(writeSummary('é'.repeat(250_000), { GITHUB_STEP_SUMMARY: path })).resolves.toBe('full')
    expect(readFileSync(path, 'utf8')).toHaveLength(600_001)
  })

  test('the report file holds the report', () => {
    const path = writeReportFile(rolledBack, { RUNNER_TEMP: folder })
    expect(path.startsWith(folder)).toBe(true)
    const written = JSON.parse(readFileSync(path, 'utf8'))
    expect(written).toEqual({ format: 1, ...JSON.parse(JSON.stringify(rolledBack)) })
    expect(existsSync(writeReportFile(rolledBack, {}))).toBe(true)
  })
})

describe('the run', () => {
  test('is read from the environment; what is empty is absent', () => {
    const env = { GITHUB_REPOSITORY: 'o/r', GITHUB_SHA: 'abc', GITHUB_RUN_ID: '7', GITHUB_ACTOR: '', RUNNER_TEMP: '/t' }
    expect(runContext(env)).toEqual({ repository: 'o/r', sha: 'abc', runId: '7', runnerTemp: '/t' })
    expect(runContext({})).toEqual({})
  })
})
