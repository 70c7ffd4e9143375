import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import { httpRequests, mostBody, type Resolve } from '../../src/verification/http.ts'
import type { Received, Request } from '../../src/verification/ports.ts'
import { type Certificate, selfSigned } from '../support/certificate.ts'
import { type Answer, says, WebService } from '../support/web-service.ts'

let service: WebService
afterEach(() => service.close())

async function ask(answer: Answer, more: Partial<Request> = {}, resolve?: Resolve): Promise<Received> {
  service = await WebService.open(answer)
  const request: Request = {
    url: `http://127.0.0.1:${service.port}/`,
    method: 'GET',
    headers: {},
    followRedirects: false,
    timeoutMilliseconds: 5_000,
    ...more,
  }
  return httpRequests(resolve).send(request, new AbortController().signal)
}

describe('redirects', () => {
  test('headers stay with their origin', async () => {
    const other = await WebService.open(says(200, 'there'))
    const received = await ask(says(302, '', { location: `http://127.0.0.1:${other.port}/` }), {
      headers: { authorization: 'Bearer hush' },
      followRedirects: true,
    })
    await other.close()
    expect(received).toMatchObject({ kind: 'answered', body: 'there' })
    expect(service.headers[0]).toHaveProperty('authorization')
    expect(other.headers[0]).not.toHaveProperty('authorization')
  })

  test.each([
    [302, 'GET'],
    [303, 'GET'],
    [307, 'POST'],
    [308, 'POST'],
  ])('%s makes a POST a %s', async (status, method) => {
    const answer: Answer = (request, response, nth) =>
      (request.url === '/' ? says(status, '', { location: '/next' }) : says(200))(request, response, nth)
    await ask(answer, { method: 'POST', body: '{}', followRedirects: true })
    expect(service.asked).toEqual(['POST /', `${method} /next`])
  })

  test('do not go on for ever', async () => {
    const received = await ask(says(302, '', { location: '/' }), { followRedirects: true })
    expect(received).toMatchObject({ kind: 'failed', why: 'redirects' })
    expect(service.asked).toHaveLength(6)
  })

  test.each(['ftp://a.b/', 'file:///etc/passwd', 'http://'])('not to %s', async (location) => {
    const received = await ask(says(302, '', { location }), { followRedirects: true })
    expect(received).toMatchObject({ kind: 'failed', why: 'redirects' })
  })
})

test('a body is read up to its limit, and the connection is closed', async () => {
  const received = await ask((_request, response) => {
    const more = (): boolean => response.write('x'.repeat(65_536))
    response.on('drain', () => void more())
    while (more());
  })
  expect(received).toMatchObject({ kind: 'answered', cut: true })
  if (received.kind === 'answered') expect(received.body).toHaveLength(mostBody)
})

test('no proxy is used, whatever the environment says', async () => {
  process.env.HTTP_PROXY = 'http://127.0.0.1:1'
  process.env.NODE_USE_ENV_PROXY = '1'
  try {
    expect(await ask(says(200))).toMatchObject({ kind: 'answered', status: 200 })
  } finally {
    delete process.env.HTTP_PROXY
    delete process.env.NODE_USE_ENV_PROXY
  }
})

test('a connection that is closed without an answer', async () => {
  expect(await ask((request) => request.socket.destroy())).toMatchObject({ kind: 'failed', why: 'closed' })
})

test('an aborted run ends it at once', async () => {
  service = await WebService.open(() => undefined)
  const controller = new AbortController()
  setTimeout(() => controller.abort(), 50)
  const request = { url: `http://127.0.0.1:${service.port}/`, method: 'GET', headers: {}, followRedirects: false }
  const startedAt = performance.now()
  await httpRequests().send({ ...request, timeoutMilliseconds: 60_000 }, controller.signal)
  expect(performance.now() - startedAt).toBeLessThan(5_000)
})

describe('names', () => {
  const named = async (resolve: Resolve): Promise<Received> => {
    service = await WebService.open(says(200, 'here'))
    const request = { method: 'GET', headers: {}, followRedirects: false, timeoutMilliseconds: 5_000 }
    const url = `http://shop.example.com:${service.port}/`
    return httpRequests(resolve).send({ ...request, url }, new AbortController().signal)
  }

  test('are looked up once, and the request goes to what was checked: the next answer may be another one', async () => {
    const answers = ['127.0.0.1', '169.254.169.254']
    const asked: string[] = []
    const received = await named(async (name) => {
      asked.push(name)
      return [{ address: answers.shift() ?? '', family: 4 }]
    })
    expect(received).toMatchObject({ kind: 'answered', body: 'here' })
    expect(asked).toEqual(['shop.example.com'])
    expect(service.headers[0]?.host).toBe(`shop.example.com:${service.port}`)
  })

  test.each([
    [['169.254.169.254']],
    [['127.0.0.1', '169.254.170.2']],
    [['fe80::1']],
    [['fd00:ec2::254']],
    [['::ffff:169.254.169.254']],
  ])('that stand for %s are not asked', async (addresses) => {
    const received = await named(async () =>
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
    expect(received).toMatchObject({ kind: 'failed', why: 'forbidden' })
    expect(received).toHaveProperty('detail', expect.stringContaining('shop.example.com stands for'))
    expect(service.asked).toEqual([])
  })

  test('that are not answered end with the request', async () => {
    service = await WebService.open(says(200))
    const request = { url: 'http://a.example/', method: 'GET', headers: {}, followRedirects: false }
    const never: Resolve = () => new Promise(() => undefined)
    const sent = httpRequests(never).send({ ...request, timeoutMilliseconds: 100 }, new AbortController().signal)
    expect(await sent).toMatchObject({ kind: 'failed', why: 'time' })
  })
})

describe('certificates', () => {
  const year = 365 * 24 * 3_600_000
  const ask = async (certificate: Partial<Certificate>, url = 'https://shop.example.com'): Promise<Received> => {
    const { key, cert } = selfSigned({
      name: 'shop.example.com',
      from: Date.now() - year,
      to: Date.now() + year,
      ...certificate,
    })
    const server = createServer({ key, cert }, (_request, response) => response.end('here'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    service = await WebService.open(says(200))
    const request = { method: 'GET', headers: {}, followRedirects: false, timeoutMilliseconds: 5_000 }
    const local: Resolve = async () => [{ address: '127.0.0.1', family: 4 }]
    const received = await httpRequests(local).send(
      { ...request, url: `${url}:${port}/` },
      new AbortController().signal,
    )
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    return received
  }

  test('that sign themselves are told', async () => {
    const received = await ask({})
    expect(received).toMatchObject({ kind: 'failed', why: 'certificate' })
    expect(received).toHaveProperty(
      'detail',
      expect.stringContaining('is signed by itself (DEPTH_ZERO_SELF_SIGNED_CERT)'),
    )
  })

  test('and what speaks TLS where http was asked', async () => {
    const received = await ask({}, 'http://shop.example.com')
    expect(received).toMatchObject({ kind: 'failed', why: 'closed' })
  })
})
