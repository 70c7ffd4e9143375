import { describe, expect, test } from '@jest/globals'
import { formatProblem } from '../../src/problem.ts'
import { type LoadedTaskDefinition, type LoadOptions, loadTaskDefinition } from '../../src/task-definition/load.ts'

const file = 'task.json'

function loaded(text: string, options: Partial<LoadOptions> = {}): LoadedTaskDefinition {
  const result = loadTaskDefinition(text, { file, ...options })
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'))
  return result.value
}

function problems(text: string, options: Partial<LoadOptions> = {}): string[] {
  const result = loadTaskDefinition(text, { file, ...options })
  return result.ok ? [] : result.problems.map(formatProblem)
}

/** A definition around the members of its only container. */
function container(members: string, around = ''): string {
  return `{${around}"containerDefinitions": [{"name": "app", ${members}}]}`
}

describe('what a file may look like', () => {
  test('JSON with comments, a trailing comma, a byte-order mark and CRLF', () => {
    const text = [
      '\uFEFF// the web shop',
      '{ /* one',
      '     container */ "family": "shop", # yes',
      '  "containerDefinitions": [{"name": "app", "image": "http://not-a-comment//x",},],',
      '}',
    ].join('\r\n')
    expect(loaded(text).definition).toStrictEqual({
      family: 'shop',
      containerDefinitions: [{ name: 'app', image: 'http://not-a-comment//x' }],
    })
  })

  test('YAML with anchors, merged members and numbers where ECS wants text', () => {
    const { definition, notices } = loaded(
      `
family: shop
cpu: 256
memory: 1 GB
containerDefinitions:
  - &base
    name: app
    environment:
      - {name: PORT, value: 8080}
      - {name: MODE, value: 0755}
      - {name: DEBUG, value: true}
      - {name: NORWAY, value: no}
  - <<: *base
    name: side
`,
    )
    const environment = [
      { name: 'PORT', value: '8080' },
      { name: 'MODE', value: '0755' },
      { name: 'DEBUG', value: 'true' },
      { name: 'NORWAY', value: 'no' },
    ]
    expect(definition).toStrictEqual({
      family: 'shop',
      cpu: '256',
      memory: '1 GB',
      containerDefinitions: [
        { name: 'app', environment },
        { name: 'side', environment },
      ],
    })
    expect(notices).toHaveLength(1)
    expect(notices[0]).toContain('containerDefinitions[0].environment[0].value (line 9)')
    expect(notices[0]).not.toContain('8080')
  })

  test('no family', () => {
    expect(loaded('{"containerDefinitions": [{"name": "app"}]}').definition).not.toHaveProperty('family')
  })

  test('the answer of describe-task-definition', () => {
    const answer = {
      taskDefinition: {
        taskDefinitionArn: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/shop:7',
        containerDefinitions: [
          { name: 'app', image: 'shop:7', command: ['', 'x'], user: null, environment: [{ name: 'E', value: '' }] },
        ],
        family: 'shop',
        revision: 7,
        status: 'ACTIVE',
        requiresAttributes: [{ name: 'ecs.capability.task-eni' }],
        compatibilities: ['EC2'],
        registeredAt: '2026-01-01T00:00:00Z',
        registeredBy: 'arn:aws:iam::111122223333:user/x',
        deregisteredAt: null,
        deleteRequestedAt: null,
        taskRoleArn: '',
        pidMode: '',
        cpu: '',
        enableFaultInjection: false,
        volumes: [],
      },
      tags: [{ key: 'team', value: '' }],
    }
    const { definition, tags } = loaded(JSON.stringify(answer))
    expect(definition).toStrictEqual({
      containerDefinitions: [
        { name: 'app', image: 'shop:7', command: ['', 'x'], environment: [{ name: 'E', value: '' }] },
      ],
      family: 'shop',
      enableFaultInjection: false,
      volumes: [],
    })
    expect(tags).toStrictEqual([{ key: 'team', value: '' }])
  })

  test('tags as a map, sizes and switches in quotes', () => {
    const text = container('"cpu": "256", "essential": "True"', '"tags": {"team": "shop", "cost": 7}, ')
    const { definition, tags, notices } = loaded(text)
    expect(tags).toStrictEqual([
      { key: 'team', value: 'shop' },
      { key: 'cost', value: '7' },
    ])
    expect(definition.containerDefinitions).toStrictEqual([{ name: 'app', cpu: 256, essential: true }])
    expect(notices).toHaveLength(3)
  })

  test('"$schema" is for editors', () => {
    const { definition, notices } = loaded(
      '{"$schema": "https://example.com/s", "containerDefinitions": [{"name": "app"}]}',
    )
    expect(definition).toStrictEqual({ containerDefinitions: [{ name: 'app' }] })
    expect(notices).toHaveLength(1)
  })

  test('every member knows its place', () => {
    const { locate } = loaded(
      '{\n  "containerDefinitions": [\n    {"name": "app", "image": "a:1"}\n  ], "tags": {"t": "v"}\n}',
    )
    expect(locate(['containerDefinitions', 0, 'image'])).toStrictEqual({ line: 3, column: 30 })
    expect(locate(['containerDefinitions', 0])).toStrictEqual({ line: 3, column: 5 })
    expect(locate(['tags', 0])).toStrictEqual({ line: 4, column: 20 })
    expect(locate(['containerDefinitions', 1])).toBeUndefined()
  })
})

describe('what is refused, and where', () => {
  test.each([
    ['a comma missing', '{"family": "f"\n "cpu": "1"}', 'task.json:2:2: A comma is missing before this.'],
    [
      'a quote missing',
      '{"family": "f,\n "cpu": "1"}',
      'task.json:1:12: The text that begins here has no closing quote on its line.',
    ],
    ['a bracket missing', '{"containerDefinitions": [{"name": "app"}\n', 'task.json:2:1: The closing "]" is missing.'],
    [
      'a member twice',
      '{"family": "f",\n"family": "g"}',
      'task.json:2:1: This member is there twice. Remove one of them.',
    ],
    ['nothing', '', 'task.json:1:1: The file is empty. It must contain a task definition.'],
    [
      'a second document',
      'family: f\n---\nfamily: g\n',
      'task.json:2:1: A second document ("---") begins here. Keep one task definition per file.',
    ],
    [
      'a tag',
      'family: !Ref Family\n',
      'task.json:1:9: A tag such as "!Ref" means nothing in a task definition. Write the value itself.',
    ],
    [
      'an unfilled template',
      container('"command": [ {{command}} ]'),
      'task.json:1:56: This looks like a placeholder of a template. Fill in the file before this step, or write ${NAME} and use the input "variables".',
    ],
    [
      'an unfilled placeholder',
      container('"cpu": ${CPU}'),
      'task.json:1:50: The placeholder ${CPU} has no value. Give it one with the input "variables", or fill in the file before this step.',
    ],
    ['a list', '[1]', 'task.json:1:1: A task definition must be an object with the member "containerDefinitions".'],
    [
      'no containers',
      '{"family": "f"}',
      'task.json:1:1: containerDefinitions is missing. ECS does not accept a task definition without it.',
    ],
    [
      'an empty list of containers',
      '{"containerDefinitions": []}',
      'task.json:1:26: containerDefinitions is empty. A task definition needs at least one container.',
    ],
    [
      'a container without name',
      '{"containerDefinitions": [{"name": "", "image": "x"}]}',
      'task.json:1:27: containerDefinitions[0].name is missing. ECS does not accept a container without it.',
    ],
    [
      'two containers of one name',
      '{"containerDefinitions": [{"name": "a"}, {"name": "a"}]}',
      'task.json:1:51: There are two containers named "a".',
    ],
    [
      'a misspelt member',
      container('\n"helthCheck": {}'),
      'task.json:2:1: Unknown member "helthCheck" in a container; did you mean "healthCheck"?',
    ],
    [
      'a member one level too deep',
      container('\n"networkMode": "awsvpc"'),
      'task.json:2:1: Unknown member "networkMode" in a container; "networkMode" belongs to the task definition itself, outside of containerDefinitions.',
    ],
    [
      'a member that nothing resembles',
      container('\n"zzz": 1'),
      'task.json:2:1: Unknown member "zzz" in a container. Remove it, or list it in the input "allow-unknown-members".',
    ],
    [
      'a command as one text',
      container('\n"command": "npm start"'),
      'task.json:2:12: containerDefinitions[0].command must be a list, but is text. Write each word as an item of its own: ["word", "next word"].',
    ],
    [
      'an empty item',
      container('\n"command": ["a", null]'),
      'task.json:2:18: containerDefinitions[0].command[1] is empty (null). Remove it, or write "" for an empty text.',
    ],
    [
      'half a CPU unit',
      container('\n"cpu": 0.5'),
      'task.json:2:8: containerDefinitions[0].cpu must be a whole number, but is a number that ECS cannot take here.',
    ],
    [
      'a word of the wrong case',
      container('"cpu": 1', '"networkMode": "AWSVPC",\n'),
      'task.json:1:17: networkMode is "AWSVPC"; did you mean "awsvpc"? ECS knows "awsvpc", "bridge", "host", "none".',
    ],
    [
      'a required member missing',
      container('\n"secrets": [{"name": "A"}]'),
      'task.json:2:13: containerDefinitions[0].secrets[0].valueFrom is missing. ECS does not accept containerDefinitions[0].secrets[0] without it.',
    ],
    [
      'an object for a list',
      container('\n"portMappings": {"containerPort": 80}'),
      'task.json:2:17: containerDefinitions[0].portMappings must be a list, but is an object. Put it in [ ], also if there is only one.',
    ],
    [
      'something beside taskDefinition',
      '{"taskDefinition": {}, "x": 1}',
      'task.json:1:24: Unknown member "x" beside "taskDefinition". Keep only "taskDefinition" and "tags".',
    ],
  ])('%s', (_what, text, message) => {
    expect(problems(text)).toStrictEqual([message])
  })

  test('all problems at once, in the order of the file', () => {
    const text = container(
      '"cpu": "x",\n"essential": 1,\n"environment": {"SECRET": "s3cret"},\n"user": ${USER}',
      '"famly": "f", ',
    )
    const found = problems(text, { variables: new Map() })
    expect(found.map((line) => /:(\d+:\d+):/.exec(line)?.[1])).toStrictEqual(['1:2', '1:64', '2:14', '3:16', '4:9'])
    expect(found.join()).not.toContain('s3cret')
  })

  test('a word that differs from a known one only in a number passes with a notice', () => {
    const { definition, notices } = loaded(container('"portMappings": [{"appProtocol": "http3"}]'))
    expect(definition.containerDefinitions?.[0]?.portMappings).toStrictEqual([{ appProtocol: 'http3' }])
    expect(notices).toHaveLength(1)
  })

  test('another word is an error, unless its member is allowed to be unknown', () => {
    const text = container('"image": "x"', '"requiresCompatibilities": ["MOONBASE"], ')
    expect(problems(text)).toStrictEqual([
      expect.stringMatching(
        /requiresCompatibilities\[0\] is "MOONBASE", but ECS knows only .*list requiresCompatibilities in/,
      ),
    ])
    const { definition } = loaded(text, { allowUnknownMembers: ['requiresCompatibilities'] })
    expect(definition.requiresCompatibilities).toStrictEqual(['MOONBASE'])
  })

  test('an unknown member passes where it is allowed', () => {
    const text = container('"futureThing": {"a": [1, null]}')
    const { definition, notices } = loaded(text, { allowUnknownMembers: ['futureThing'] })
    expect(definition.containerDefinitions).toStrictEqual([{ name: 'app', futureThing: { a: [1, null] } }])
    expect(notices).toHaveLength(1)
  })
})

describe('variables', () => {
  const variables = new Map([
    ['TAG', 'v1'],
    ['PORT', '8080'],
    ['NASTY', '", "privileged": true, "x": "\n\\'],
    ['WORDS', '["npm", "start"]'],
    ['ON', 'true'],
  ])

  test('are replaced inside and outside of quotes, in keys too', () => {
    const { definition } = loaded(
      container(
        '"image": "app:${TAG}", "portMappings": [{"containerPort": ${PORT}}], "user": "${NASTY}", "command": ${WORDS}, ' +
          '"privileged": ${ON}, "hostname": ${PORT}, "dockerLabels": {"${TAG}": "$${TAG} $TAG ${a.b} ${TAG}${TAG}"}',
      ),
      { variables },
    )
    expect(definition.containerDefinitions).toStrictEqual([
      {
        name: 'app',
        image: 'app:v1',
        portMappings: [{ containerPort: 8080 }],
        user: '", "privileged": true, "x": "\n\\',
        command: ['npm', 'start'],
        privileged: true,
        hostname: '8080',
        dockerLabels: { v1: '${TAG} $TAG ${a.b} v1v1' },
      },
    ])
  })

  test('are nothing special where no variables are given', () => {
    const { definition } = loaded(container('"user": "${TAG} $${TAG}"'))
    expect(definition.containerDefinitions).toStrictEqual([{ name: 'app', user: '${TAG} $${TAG}' }])
  })

  test('without value are refused at their own place, but not in comments', () => {
    const text = container('// ${IGNORED}\n"user": "a ${NONE} ${TAG} ${ALSO}"\n# ${IGNORED}\n')
    expect(problems(text, { variables })).toStrictEqual([
      'task.json:2:12: The placeholder ${NONE} has no value. Add it to the input "variables", or write $${NONE} for the text itself.',
      'task.json:2:27: The placeholder ${ALSO} has no value. Add it to the input "variables", or write $${ALSO} for the text itself.',
    ])
  })

  test('keep the places of everything behind them', () => {
    const text = container('"user": "${NASTY}", "helthCheck": 1')
    expect(problems(text, { variables })[0]).toMatch(new RegExp(`^task.json:1:${text.indexOf('"helth') + 1}: `))
  })

  test('that stand for a list must be JSON, and are not shown', () => {
    const found = problems(container('"command": ${NASTY}'), { variables })
    expect(found[0]).toMatch(/must be JSON/)
    expect(found.join()).not.toContain('privileged')
  })
})
