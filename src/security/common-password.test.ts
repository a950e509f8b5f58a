import { describe, expect, it } from 'vitest'
import { isCommonPassword } from './common-password.ts'

describe('a common password', () => {
  it.each([
    'password',
    'Password123',
    'P@ssw0rd',
    'passwordpassword',
    'PasswordPasswordPassword',
    '123456789012345',
    '987654321098765',
    'qwertyuiopasdfgh',
    'asdfghjklzxcvbnm',
    'poiuytrewqlkjhgf',
    'aaaaaaaaaaaaaaa',
    'abcabcabcabcabc',
    'aaaaaaaaaaaaaaaabbbbb',
    'Barcelona!!!!!!!',
    'contraseña',
    '2024barcelona2024',
    'administrator12345',
  ])('is %s', (password) => {
    expect(isCommonPassword(password)).toBe(true)
  })

  it.each([
    'correct horse battery staple',
    'el perro de Ana come sopa',
    '8273645091827364501',
    'ñandú viaja en tren nocturno',
    'kT9#vLq2',
    '我的密码是很长的一句话没有人猜得到吧',
    'b7f1c0e29a44d385',
  ])('is not %s', (password) => {
    expect(isCommonPassword(password)).toBe(false)
  })

  it('of 256 characters is recognised in no time worth naming', () => {
    const before = process.cpuUsage()
    for (let round = 0; round < 10; round += 1) isCommonPassword(`${'ab'.repeat(127)}xy`)
    // Work of this process, in microseconds, whatever else the machine does meanwhile.
    expect(process.cpuUsage(before).user / 10).toBeLessThan(100_000)
  })
})
