import type { SampleClauses } from './sample-agreement.ts'

export const english: SampleClauses = {
  title: 'Customer agreement (SAMPLE)',
  notice:
    'SAMPLE TEXT. NOT A CONTRACT AND NOT LEGAL ADVICE. It shows where the customer agreement stands; before real use the operator of this installation publishes its own.',
  clauses: [
    'Parties. This agreement is made between your organization (the Customer) and the operator of this cloud (the Operator). A partner that sells to the Customer is not a party to it.',
    'Subject. It covers the use of subscriptions and services of this cloud, whoever orders them. Prices, invoices and support are agreed between the Customer and its partner.',
    'Data. The Customer keeps all rights in its data. The Operator uses them only to provide and protect the services.',
    'Partner access. A partner may administer services only as far as the Customer has allowed it. The Customer can withdraw that permission at any time.',
    'Acceptable use. The services may not be used to break the law, to harm others or to disturb the services.',
    'Care. The Operator provides the services with due care. Liability that the law does not allow to be excluded remains.',
    'Term. The agreement begins when it is accepted and lasts as long as the Customer uses the services. After that the data can be exported for the period published for this cloud.',
    'Changes. A new version applies once the Customer has accepted it. What was signed before is not altered.',
    'Authority. The person who accepts declares that they may act for the Customer.',
  ],
  ofCloud: {
    usGov: 'Government use. The Customer declares that it is a public body of the United States, or that it holds data which its rules require to be kept in this cloud.',
    germany: 'Data trustee. Customer data are stored in Germany under the control of a data trustee. The Operator has access to them only with the consent of the trustee or of the Customer.',
  },
}
