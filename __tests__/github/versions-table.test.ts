import { describe, expect, test } from '@jest/globals'
import { versionsTable } from '../../src/github/versions-table.ts'
import { digest, rolledBack, without } from './support.ts'

const registry = '111122223333.dkr.ecr.eu-west-1.amazonaws.com'

/** The cells of the row of container `app`, as a reader sees them; before, wanted and now run these images. */
function row(before: string | undefined, wanted: string, resolved?: string): string[] {
  const version = (revision: number, image: string | undefined, resolvedTo?: string) => ({
    taskDefinition: `app:${revision}`,
    taskDefinitionArn: 'arn',
    images:
      image === undefined
        ? []
        : [{ container: 'app', image, ...(resolvedTo === undefined ? {} : { digest: resolvedTo }) }],
  })
  const { rows } = versionsTable({
    ...rolledBack,
    before: version(7, before),
    wanted: version(8, wanted, resolved),
    now: { version: version(7, before), running: 1, desired: 1, seen: true },
  })
  const found = rows.find(([head]) => head?.startsWith('Image of')) ?? []
  return found.map((cell) => cell.replaceAll('<br>', ' ').replace(/<[^>]+>/g, ''))
}

describe('the row of an image', () => {
  test.each([
    [
      'digests',
      `${registry}/team/app@${digest('a')}`,
      `${registry}/team/app@${digest('b')}`,
      'team/app',
      'sha256:aaaaaaaaaaaa',
      'sha256:bbbbbbbbbbbb',
    ],
    ['tags', 'team/app:v1', 'team/app:v2', 'team/app', 'v1', 'v2'],
    ['tag and nothing', 'team/app:v1', 'team/app', 'team/app', 'v1', 'no tag'],
    [
      'tag and digest',
      `${registry}/team/app:v1`,
      `${registry}/team/app:v2@${digest('b')}`,
      'team/app',
      'v1',
      'v2 sha256:bbbbbbbbbbbb',
    ],
  ])('names an image once where all agree: %s', (_, before, wanted, name, oldCell, newCell) => {
    expect(row(before, wanted)).toStrictEqual([`Image of app ${name}`, oldCell, newCell, oldCell])
  })

  test('does not repeat the name of the container', () => {
    expect(row(`${registry}/app:v1`, `${registry}/app:v2`)).toStrictEqual(['Image of app', 'v1', 'v2', 'v1'])
  })

  test('shows the digest that a tag stands for, where it is known', () => {
    expect(row('app:v1', 'app:v2', digest('b'))).toStrictEqual(['Image of app', 'v1', 'v2 sha256:bbbbbbbbbbbb', 'v1'])
  })

  test('has other names in the cells, without registry', () => {
    expect(row(`${registry}/app:v1`, `${registry}/web:v2`)).toStrictEqual([
      'Image of app',
      'app:v1',
      'web:v2',
      'app:v1',
    ])
  })

  test('has the registries where only they differ', () => {
    expect(row('docker.io/team/app:v1', `${registry}/team/app:v1`).slice(1, 3)).toStrictEqual([
      'docker.io/team/app:v1',
      `${registry}/team/app:v1`,
    ])
  })

  test('is empty where a version has no such container', () => {
    expect(row(undefined, 'team/app:v2')).toStrictEqual(['Image of app team/app', '', 'v2', ''])
  })

  test('shows what is no image as it is, escaped', () => {
    expect(row('<img src=x>|', 'app:v2')[1]).toBe('&#60;img src=x&#62;&#124;')
  })
})

test('there is no table where no version is known', () => {
  expect(versionsTable(without(rolledBack, 'before', 'wanted', 'now'))).toStrictEqual({ head: [], rows: [] })
})
