import { LeadTable } from '../parts/LeadTable.tsx'

/** What customers of the partner finder sent. */
export function LeadsPage() {
  return <LeadTable key="marketplace" tab="marketplace" />
}

/** What the operator's marketing or sales found. */
export function QualifiedLeadsPage() {
  return <LeadTable key="qualified" tab="qualified" />
}

/** What somebody gave a heart. */
export function FavouriteLeadsPage() {
  return <LeadTable key="favourites" tab="favourites" />
}
