/** Why a row of the operator's file of known customers cannot be kept (docs/known-customers-file.md). */
export const knownTieReasons = {
  tiePartnerUnreadable: 'The partner has to be named by its primary domain, such as contoso.example.',
  tieCustomerUnreadable: 'The customer has to be named by its tenant ID, a GUID, or by its primary domain.',
  tieKindUnknown: 'The tie has to be delegatedAdmin, advisor or purchase.',
  tieServiceUnknown: 'This cloud has no such service. Leave it empty, or write one as docs/clouds.md names it.',
  tieDayUnreadable: 'Since has to be a day of the past, such as 2019-05-04, or empty.',
  tieCustomerNotHere: 'No customer of this cloud has this tenant ID or primary domain here. Import the customer first.',
  tieNotAPartner: 'The organization with this domain is here and is no partner. Check the domain.',
  tieWithItself: 'Partner and customer are the same organization.',
  tieRepeated: 'The same tie stands in the file before.',
  tiesFileUnreadable: 'The file cannot be read. It has to be CSV with the columns of the example, with the same number of cells in every row.',
  tiesFileTooLong: 'These are too many rows for the page. Split the file, or import it on the server: vinculo known-customers import.',
} as const
