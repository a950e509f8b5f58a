import { actor, byPerson, impersonal, type TableData } from './table-data.ts'

/** What is sold, and what was sold to whom: organizations buy, people only act. */
export const catalogueTables: Readonly<Record<string, TableData>> = {
  catalogue_products: impersonal('cloud', 'id', 'title_en', 'title_es', 'name_key', 'publisher', 'product_type', 'version'),
  catalogue_skus: impersonal(
    ...['cloud', 'product_id', 'id', 'title_en', 'title_es', 'name_key', 'generation', 'service_id', 'service_plans', 'min_quantity', 'max_quantity', 'is_trial', 'base_ids', 'conversion_ids', 'version'],
  ),
  catalogue_availabilities: impersonal('cloud', 'product_id', 'sku_id', 'id', 'market', 'segment', 'available_from', 'available_until', 'version'),
  catalogue_prices: impersonal('cloud', 'product_id', 'sku_id', 'availability_id', 'term', 'billing_cycle', 'currency', 'valid_from', 'unit_price'),
  customer_orders: {
    personal: [actor('created_by')],
    plain: ['partner_id', 'customer_id', 'id', 'status', 'currency', 'total', 'created_at', 'version'],
    traces: [byPerson('created_by', 'id', 'customer_id', 'created_at')],
  },
  subscriptions: {
    personal: [actor('created_by')],
    plain: [
      ...['partner_id', 'customer_id', 'id', 'order_id', 'line_number', 'parent_id', 'reseller_id', 'cloud', 'product_id', 'sku_id', 'availability_id'],
      ...['term', 'billing_cycle', 'generation', 'service_id', 'is_trial', 'offer_name_en', 'offer_name_es', 'friendly_name', 'quantity', 'min_quantity', 'max_quantity'],
      ...['currency', 'unit_price', 'status', 'auto_renew', 'created_at', 'started_at', 'ends_at', 'suspended_at', 'suspended_because', 'deletes_at'],
      ...['ended_at', 'ended_because', 'end_note', 'version'],
    ],
    traces: [byPerson('created_by', 'id', 'customer_id', 'created_at')],
  },
  subscription_charges: {
    personal: [actor('by_person')],
    plain: ['partner_id', 'customer_id', 'subscription_id', 'number', 'kind', 'at', 'period_from', 'period_until', 'quantity_before', 'quantity_after', 'unit_price', 'currency', 'amount'],
    traces: [byPerson('by_person', 'subscription_id', 'number', 'kind', 'at')],
  },
}
