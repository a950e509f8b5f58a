import { describe, expect, it } from 'vitest'
import { notificationTarget } from './notification-target.ts'

const [it1, other] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222']

describe('a notification leads to', () => {
  it.each([
    ['partner', { kind: 'accepted', counterpartId: other, resource: { type: 'relationshipRequest', id: it1 } }, `/partner/requests/${it1}`],
    ['partner', { kind: 'accepted', counterpartId: other, resource: { type: 'partnerLink', id: it1 } }, `/partner/customers/${other}/account`],
    ['partner', { kind: 'declined', counterpartId: other, resource: { type: 'partnerLink', id: it1 } }, '/partner/partner-link'],
    ['partner', { kind: 'privileges', counterpartId: other, resource: { type: 'privileges', id: it1 } }, `/partner/customers/${other}/account`],
    ['partner', { kind: 'removed', counterpartId: other, resource: { type: 'resellerRelationship', id: it1 } }, `/partner/customers/${other}/removed`],
    ['partner', { kind: 'colleague', counterpartId: null, resource: { type: 'person', id: it1 } }, '/partner/settings/people'],
    ['customer', { kind: 'accepted', counterpartId: other, resource: { type: 'relationshipRequest', id: it1 } }, `/admin/partners/${other}`],
    ['customer', { kind: 'removed', counterpartId: null, resource: { type: 'resellerRelationship', id: it1 } }, '/admin/partners'],
    ['operator', { kind: 'colleague', counterpartId: null, resource: { type: 'person', id: it1 } }, '/operator/settings/people'],
  ] as const)('in the %s portal: %j', (portal, notification, href) => {
    expect(notificationTarget(portal, notification)).toBe(href)
  })
})
