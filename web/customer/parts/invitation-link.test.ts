import { describe, expect, it } from 'vitest'
import { claimsOf } from './invitation-link.ts'

const of = (search: string) => claimsOf({ secret: 'inv_x', search })

describe('the names beside the secret of a link', () => {
  it('are handed to the server as they stood there', () => {
    expect(of('?invType=ResellerRelationship&partnerId=A1&msppId=0&DAP=true')).toEqual({ invType: 'ResellerRelationship', partnerId: 'A1', msppId: '0', dap: 'true' })
    expect(of('?indirectCSPId=B2')).toEqual({ indirectCSPId: 'B2' })
  })

  it('that stand there twice agree with nothing', () => {
    expect(of('?partnerId=A1&partnerId=B2')).toEqual({ partnerId: 'A1 B2' })
  })

  it('are left out where the address carries none', () => {
    expect(of('')).toEqual({})
  })
})
