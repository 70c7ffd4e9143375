import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { forbiddenAddress } from '../../src/verification/forbidden-addresses.ts'

const byte = fc.nat(255)
const hostOf = (url: string): string => new URL(url).hostname

describe('is forbidden', () => {
  test('every address of 169.254.0.0/16, however it is written', () => {
    fc.assert(
      fc.property(byte, byte, (c, d) => {
        const number = ((169 * 256 + 254) * 256 + c) * 256 + d
        const hex = (one: number): string => one.toString(16)
        const tail = `${hex(169 * 256 + 254)}:${hex(c * 256 + d)}`
        const forms = [
          `169.254.${c}.${d}`,
          String(number),
          `0x${number.toString(16)}`,
          `0${number.toString(8)}`,
          `0xa9.0376.${c}.0x${hex(d)}`,
          `169.254.${c * 256 + d}`,
          `[::ffff:169.254.${c}.${d}]`,
          `[::${tail}]`,
          `[64:ff9b::${tail}]`,
          `[64:ff9b:1::${tail}]`,
          `[2002:${tail}::]`,
        ]
        for (const form of forms) expect([form, forbiddenAddress(hostOf(`http://${form}/`))]).not.toContain(undefined)
      }),
    )
  })

  test.each(['fe80::1', 'fe80::1%eth0', 'febf::1', 'fd00:ec2::254', 'fd00:ec2::23', '168.63.129.16', '[fe80::1]'])(
    '%s',
    (address) => {
      expect(forbiddenAddress(address)).toBeDefined()
    },
  )
})

test('is not: what else there is', () => {
  const allowed = [
    '127.0.0.1',
    '10.0.0.1',
    '169.253.255.255',
    '169.255.0.0',
    '::1',
    'fec0::1',
    'fd00::1',
    '2001:db8::1',
  ]
  for (const address of allowed) expect([address, forbiddenAddress(address)]).toEqual([address, undefined])
  fc.assert(
    fc.property(
      fc.tuple(byte, byte, byte, byte).filter(([a, b]) => !(a === 169 && b === 254) && a !== 168),
      (parts) => {
        expect(forbiddenAddress(parts.join('.'))).toBeUndefined()
        expect(forbiddenAddress(`::ffff:${parts.join('.')}`)).toBeUndefined()
      },
    ),
  )
})

test('a name is nobody yet', () => {
  expect(forbiddenAddress('metadata.google.internal')).toBeUndefined()
})
