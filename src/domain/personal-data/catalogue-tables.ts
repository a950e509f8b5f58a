import { actor, byPerson, impersonal, secret, type TableData } from './table-data.ts'

/** What is sold, and what was sold to whom: organizations buy, people only act. */
export const catalogueTables: Readonly<Record<string, TableData>> = {
  catalogue_products: impersonal('cloud', 'id', 'title_en', 'title_es', 'name_key', 'publisher', 'product_type', 'version'),
  catalogue_skus: impersonal(
    ...['cloud', 'product_id', 'id', 'title_en', 'title_es', 'name_key', 'generation', 'service_id', 'service_plans', 'min_quantity', 'max_quantity', 'is_trial', 'base_ids', 'conversion_ids', 'version'],
  ),
  catalogue_availabilities: impersonal('cloud', 'product_id', 'sku_id', 'id', 'market', 'segment', 'available_from', 'available_until', 'version'),
  catalogue_prices: impersonal('cloud', 'product_id', 'sku_id', 'availability_id', 'term', 'billing_cycle', 'currency', 'valid_from', 'unit_price'),
  service_incidents: impersonal('cloud', 'id', 'service_id', 'feed_id', 'impact', 'title_en', 'title_es', 'started_at', 'ended_at', 'version'),
  service_incident_notes: impersonal('incident_id', 'number', 'at', 'text_en', 'text_es'),
  service_statements: impersonal('cloud', 'service_id', 'checked_at', 'checked_by'),
  customer_orders: {
    personal: [actor('created_by')],
    plain: ['partner_id', 'customer_id', 'id', 'status', 'currency', 'total', 'created_at', 'version'],
    traces: [byPerson('created_by', 'id', 'customer_id', 'created_at')],
  },
  customer_carts: {
    personal: [actor('created_by', 'changed_by')],
    plain: ['partner_id', 'customer_id', 'id', 'status', 'lines', 'order_id', 'created_at', 'changed_at', 'expires_at', 'version'],
    traces: [byPerson('created_by', 'id', 'customer_id', 'created_at'), byPerson('changed_by', 'id', 'customer_id', 'changed_at')],
  },
  subscriptions: {
    personal: [actor('created_by')],
    plain: [
      ...['partner_id', 'customer_id', 'id', 'order_id', 'line_number', 'parent_id', 'replaces_id', 'reseller_id', 'cloud', 'product_id', 'sku_id', 'availability_id'],
      ...['term', 'billing_cycle', 'generation', 'service_id', 'is_trial', 'offer_name_en', 'offer_name_es', 'friendly_name', 'quantity', 'min_quantity', 'max_quantity'],
      ...['currency', 'unit_price', 'status', 'auto_renew', 'created_at', 'started_at', 'billed_until', 'ends_at', 'suspended_at', 'suspended_because', 'deletes_at'],
      ...['ended_at', 'ended_because', 'end_note', 'version'],
    ],
    traces: [byPerson('created_by', 'id', 'customer_id', 'created_at')],
  },
  subscription_transfers: {
    personal: [actor('created_by', 'offered_by', 'answered_by')],
    plain: [
      ...['id', 'customer_id', 'proposer_id', 'from_partner_id', 'to_partner_id', 'named_partner_domain', 'status', 'stays_as_reseller', 'created_at', 'expires_at'],
      ...['offered_at', 'answered_at', 'answered_by_tenant', 'note', 'version'],
    ],
    traces: [byPerson('created_by', 'id', 'status', 'created_at'), byPerson('offered_by', 'id', 'status', 'offered_at'), byPerson('answered_by', 'id', 'status', 'answered_at', 'note')],
  },
  subscription_transfer_items: impersonal('transfer_id', 'subscription_id', 'is_add_on', 'offer_name_en', 'offer_name_es', 'quantity', 'currency', 'amount', 'is_open'),
  subscription_charges: {
    personal: [actor('by_person')],
    plain: [
      ...['partner_id', 'customer_id', 'subscription_id', 'number', 'kind', 'at', 'period_from', 'period_until', 'quantity_before', 'quantity_after', 'unit_price', 'currency', 'amount'],
      ...['reseller_id', 'product_id', 'sku_id', 'offer_name_en', 'offer_name_es'],
    ],
    traces: [byPerson('by_person', 'subscription_id', 'number', 'kind', 'at')],
  },
  provisioning_connectors: { personal: [secret('to sign what goes to a connector of the operator', 'trail', 'sealed_secret')], plain: ['id', 'cloud', 'service_id', 'product_id', 'url', 'created_at', 'version'], traces: [] },
  provisioning_calls: impersonal('partner_id', 'customer_id', 'subscription_id', 'connector_id', 'status', 'attempts', 'last_at', 'last_status', 'last_answer', 'created_at'),
  usage_subscriptions: {
    personal: [actor('created_by')],
    plain: ['partner_id', 'customer_id', 'id', 'plan_id', 'name', 'status', 'created_at', 'suspended_at', 'cancelled_at', 'version'],
    traces: [byPerson('created_by', 'id', 'customer_id', 'created_at')],
  },
  usage_owners: {
    personal: [actor('person_id', 'given_by', 'ended_by')],
    plain: ['customer_id', 'id', 'usage_id', 'seller_id', 'partner_id', 'role', 'because', 'given_at', 'ended_at', 'version'],
    traces: [byPerson('person_id', 'id', 'usage_id', 'given_at', 'ended_at'), byPerson('given_by', 'id', 'usage_id', 'given_at'), byPerson('ended_by', 'id', 'usage_id', 'ended_at')],
  },
  purchase_permissions: {
    personal: [actor('created_by', 'ended_by')],
    plain: ['partner_id', 'customer_id', 'id', 'kind', 'currency', 'most_each', 'most_monthly', 'needs_approval', 'alerts', 'created_at', 'ended_at', 'ended_because', 'version'],
    traces: [byPerson('created_by', 'id', 'customer_id', 'kind', 'created_at'), byPerson('ended_by', 'id', 'customer_id', 'kind', 'ended_at')],
  },
  own_purchases: {
    personal: [actor('asked_by', 'answered_by')],
    plain: [
      ...['partner_id', 'customer_id', 'id', 'permission_id', 'kind', 'cloud', 'product_id', 'sku_id', 'availability_id', 'term', 'billing_cycle', 'offer_name_en', 'offer_name_es'],
      ...['friendly_name', 'quantity', 'currency', 'unit_price', 'total', 'committed', 'status', 'asked_at', 'answered_at', 'note', 'order_id', 'version'],
    ],
    traces: [byPerson('asked_by', 'id', 'status', 'asked_at'), byPerson('answered_by', 'id', 'status', 'answered_at', 'note')],
  },
  device_profiles: {
    personal: [actor('created_by')],
    plain: ['customer_id', 'id', 'name', 'name_key', 'description', 'settings', 'created_at', 'deleted_at', 'version'],
    traces: [byPerson('created_by', 'id', 'customer_id', 'created_at')],
  },
  devices: {
    personal: [actor('added_by', 'removed_by')],
    plain: [
      ...['customer_id', 'id', 'partner_id', 'batch', 'serial_number', 'serial_key', 'manufacturer', 'manufacturer_key', 'model', 'product_key', 'hardware_hash'],
      ...['profile_id', 'added_at', 'removed_at', 'version'],
    ],
    traces: [byPerson('added_by', 'id', 'customer_id', 'added_at'), byPerson('removed_by', 'id', 'customer_id', 'removed_at')],
  },
}
