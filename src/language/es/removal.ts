import type { RemovalText } from '../en/removal.ts'

export const removal: Readonly<Record<RemovalText, string>> = {
  statement:
    'Al quitar este cliente, el partner declara que la decisión se toma de buena fe, con un fin comercial legítimo y conforme a sus contratos con el cliente y con otros partners. El partner defenderá a {operator} y lo mantendrá indemne frente a reclamaciones de terceros que sostengan lo contrario. Cuando un contrato exija un aviso legal de terminación, corresponde al partner darlo.',
  noNotice: 'Aquí no se genera ningún aviso legal al cliente ni a otros partners. Si el contrato lo exige, debe enviarlo el propio partner.',
  stopsList: 'El cliente sale de la lista de clientes. Para recuperarlo hay que enviar una solicitud nueva, que se puede rellenar desde «Clientes quitados».',
  stopsPurchases: 'Ya no se podrá comprar nada para este cliente.',
  stopsRequests: 'Las solicitudes abiertas a este cliente se retiran y sus vínculos dejan de servir.',
  keepsPrivileges: 'Los privilegios de administración en {services} siguen vigentes si no se terminan en este mismo paso. En ambos casos se avisa al cliente, que puede quitarlos.',
  endsPrivileges: 'Los privilegios de administración en {services} terminan en el mismo momento.',
  partnershipStatement:
    'Al quitar esta asociación, su empresa declara que la decisión se toma de buena fe, con un fin comercial legítimo y conforme a sus contratos con el otro partner y con los clientes. Su empresa defenderá a {operator} y lo mantendrá indemne frente a reclamaciones de terceros que sostengan lo contrario. Cuando un contrato exija un aviso legal de terminación, corresponde a su empresa darlo.',
  partnershipNoNotice: 'Aquí no se genera ningún aviso legal al otro partner ni a los clientes. Si un contrato lo exige, debe enviarlo su empresa.',
  partnershipStopsJoint: 'Las invitaciones conjuntas que nadie ha respondido se retiran y sus vínculos dejan de servir. Ya no se podrán crear otras.',
  partnershipKeepsCustomers: 'Los clientes siguen con ambos partners. Cada relación con un cliente continúa y se termina por separado.',
  partnershipKeepsPrivileges: 'Los privilegios de administración en los clientes no cambian, y no se avisa a los clientes.',
  keepsDuties: 'Las obligaciones contractuales, como el soporte de lo vendido, no terminan con esto.',
}
