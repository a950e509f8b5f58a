import type { MailTexts } from '../mail-text.ts'

/** Los correos que envía Vinculo, en español. Sin apóstrofos rectos: en ICU sirven de comillas. */
export const mails: MailTexts = {
  greeting: 'Hola, {name}:',
  footer: 'Este mensaje se ha enviado de forma automática{answers, select, read {} other {; las respuestas no se leen}}. Si no lo esperaba, puede ignorarlo o avisar a su administrador.',
  optOut: '¿No quiere recibir mensajes como este? Elíjalo aquí, sin cuenta:\n{optOut}',
  unnamedCustomer: 'Un cliente',
  noPrivileges: 'ninguno',
  mails: {
    registrationCode: {
      subject: 'Código para registrar {companyName}',
      body: 'Alguien está registrando {companyName} con esta dirección. Para continuar, escriba este código en la página donde empezó:\n\n{secret}\n\nEl código vale durante {minutes} minutos. Si no ha sido usted, no haga nada: sin el código no se registra nada.',
    },
    mailConfirmation: {
      subject: 'Confirme su dirección de correo',
      body: 'Alguien ha pedido que el correo de la cuenta {userPrincipalName} llegue a esta dirección. Si ha sido usted, abra el vínculo y confírmela:\n\n{secret}\n\nEl vínculo sirve una sola vez, durante {hours} horas. Si no lo ha pedido usted, no haga nada: sin confirmarla no cambia nada.',
    },
    personInvited: {
      subject: 'Su cuenta en {tenantName}',
      body: '{tenantName} ha creado una cuenta para usted. Para iniciar sesión, use este nombre de usuario:\n\n{userPrincipalName}\n\nAbra el vínculo para elegir una contraseña:\n\n{secret}\n\nEl vínculo sirve una sola vez, durante {days, plural, one {un día} other {# días}}.',
    },
    partnerInvitation: {
      subject: '{occasion, select, reminder {Recordatorio: } other {}}{partnerName} solicita una relación de revendedor',
      body: '{partnerName} (id. de partner {partnerId}, {country}; {isVerified, select, yes {verificado por el operador de este programa} other {sin verificar}}) solicita ser revendedor de su organización{hasPrivileges, select, yes { y pide privilegios de administración delegados sobre {services}} other {}}.\n\nUn administrador global de su organización puede leer qué se pide y aceptarlo o rechazarlo aquí:\n\n{secret}\n\nEl vínculo vale solo para su organización, hasta el {dueAt}. Si no conoce a este partner, no tiene que hacer nada.{hasWords, select, yes {\n\n{partnerName} escribe:\n\n{words}} other {}}',
    },
    passwordReset: {
      subject: 'Elija una contraseña nueva',
      body: 'Alguien ha pedido una contraseña nueva para {userPrincipalName}. Abra el vínculo para elegirla:\n\n{secret}\n\nEl vínculo sirve una sola vez, durante {minutes} minutos. Si no ha sido usted, no haga nada: su contraseña no cambia.',
    },
    passwordChanged: {
      subject: 'Su contraseña ha cambiado',
      body: 'La contraseña de {userPrincipalName} se cambió el {at}. Las demás sesiones se han cerrado.\n\nSi no ha sido usted, pida enseguida una contraseña nueva y avise a su administrador:\n\n{link}',
    },
    secondFactorEnrolled: {
      subject: 'Se ha añadido un autenticador a su cuenta',
      body: 'El {at} se configuró una aplicación de autenticación para {userPrincipalName}.\n\nSi no ha sido usted, cambie enseguida su contraseña y avise a su administrador:\n\n{link}',
    },
    secondFactorRemoved: {
      subject: 'Se ha quitado el segundo paso de su cuenta',
      body: 'El {at} se quitó el segundo paso (aplicación de autenticación o claves de acceso) de {userPrincipalName}. Al iniciar sesión se pedirá solo la contraseña, o configurar otra aplicación.\n\nSi no ha sido usted, cambie enseguida su contraseña y avise a su administrador:\n\n{link}',
    },
    identityLinked: {
      subject: 'Su cuenta se abre también con la de su organización',
      body: 'El {at} se vinculó a {userPrincipalName} una identidad del proveedor de inicio de sesión de su organización. Con ella se inicia sesión sin la contraseña de aquí.\n\nSi no ha sido usted, quítela enseguida y avise a su administrador:\n\n{link}',
    },
    identityUnlinked: {
      subject: 'Su cuenta ya no se abre con la de su organización',
      body: 'El {at} se quitó de {userPrincipalName} la identidad del proveedor de inicio de sesión de su organización.\n\nSi no ha sido usted, avise a su administrador:\n\n{link}',
    },
    passkeyAdded: {
      subject: 'Se ha añadido una clave de acceso a su cuenta',
      body: 'El {at} se añadió una clave de acceso a {userPrincipalName}. Con ella se inicia sesión sin contraseña.\n\nSi no ha sido usted, quítela enseguida, cambie su contraseña y avise a su administrador:\n\n{link}',
    },
    passkeyRemoved: {
      subject: 'Se ha quitado una clave de acceso de su cuenta',
      body: 'El {at} se quitó una clave de acceso de {userPrincipalName}. Ya no sirve para iniciar sesión.\n\nSi no ha sido usted, cambie enseguida su contraseña y avise a su administrador:\n\n{link}',
    },
    mailChangeAsked: {
      subject: 'Se ha pedido otra dirección de correo para su cuenta',
      body: 'El {at} se pidió que el correo de {userPrincipalName} llegue a otra dirección. No cambia nada hasta que se confirme desde ella.\n\nSi no ha sido usted, cancélelo y cambie enseguida su contraseña:\n\n{link}',
    },
    mailChanged: {
      subject: 'La dirección de correo de su cuenta ha cambiado',
      body: 'Desde el {at}, el correo de {userPrincipalName} se envía a otra dirección; a esta ya no llegará nada más.\n\nSi no ha sido usted, cambie enseguida su contraseña y avise a su administrador:\n\n{link}',
    },
    requestAcceptedToAsker: {
      subject: '{customerName} ha aceptado su solicitud',
      body: '{customerName} ({customerDomain}, {country}) aceptó el {at} {kind, select, restorePrivileges {restablecer los privilegios de administración} other {la relación de revendedor}}.\n\nEl cliente ya está en su lista:\n\n{link}',
    },
    requestAcceptedToCustomer: {
      subject: 'Su organización ha aceptado una solicitud de {partnerName}',
      body: 'El {at} su organización aceptó {kind, select, restorePrivileges {restablecer los privilegios de administración de} other {una relación de revendedor con}} {partnerName} ({country}, identificador de partner {partnerId}).\n\nPrivilegios de administración concedidos: {privileges}.\n\nPuede verlos y quitarlos en cualquier momento:\n\n{link}',
    },
    requestDeclined: {
      subject: '{customerName} ha rechazado su solicitud',
      body: '{customerName} rechazó su solicitud el {at}.\n\n{hasReason, select, no {No indicó ningún motivo.} other {Motivo indicado: {reason}}}\n\nLa solicitud:\n\n{link}',
    },
    requestExpired: {
      subject: 'Su solicitud a {customerName} ha caducado',
      body: 'Su solicitud a {customerName} caducó el {at} sin respuesta. El vínculo ya no sirve.\n\nPuede volver a enviarla con un vínculo nuevo:\n\n{link}',
    },
    freshLinkAsked: {
      subject: '{customerName} pide un vínculo nuevo',
      body: 'El {at} alguien de {customerName} abrió el vínculo de una solicitud que ya terminó y pide uno nuevo.\n\nPuede volver a enviar la solicitud:\n\n{link}',
    },
    relationshipRemoved: {
      subject: '{partnerName} ha terminado la relación de revendedor',
      body: '{partnerName} (identificador de partner {partnerId}) terminó el {at} su relación de revendedor con su organización.\n\n{hasPrivileges, select, no {El partner no conserva privilegios de administración en su organización.} other {El partner conserva privilegios de administración en su organización: {privileges}. Puede quitarlos con un clic.}}\n\nSus partners:\n\n{link}',
    },
    endAsked: {
      subject: '{customerName} pide terminar la relación de revendedor',
      body: '{customerName} ({customerDomain}) pidió el {at} terminar la relación de revendedor. Sus derechos en esa organización ya han terminado.\n\nResponda antes del {dueAt}:\n\n{link}',
    },
    endRefused: {
      subject: '{partnerName} ha respondido a su petición de terminar la relación',
      body: '{partnerName} (identificador de partner {partnerId}) se negó el {at} a terminar la relación de revendedor. Los derechos que usted le quitó siguen terminados.\n\nLa respuesta y lo que puede hacer:\n\n{link}',
    },
    privilegesRemovedToPartner: {
      subject: '{customerName} ha quitado sus privilegios de administración',
      body: 'Sus privilegios de administración en {customerName} ({customerDomain}) terminaron el {at}: {services}.\n\nLa relación de revendedor, la facturación y su deber de dar soporte al cliente no cambian.\n\n{link}',
    },
    privilegesRemovedToCustomer: {
      subject: 'Se han quitado los privilegios de administración de {partnerName}',
      body: 'Los privilegios de administración de {partnerName} (identificador de partner {partnerId}) en su organización terminaron el {at}: {services}.\n\nSus partners:\n\n{link}',
    },
    partnerSuspended: {
      subject: 'La cuenta de partner de {tenantName} está suspendida',
      body: 'El operador suspendió la cuenta de partner de {tenantName} el {at}.\n\n{hasReason, select, no {No indicó ningún motivo.} other {Motivo indicado: {reason}}}\n\nMientras no se restablezca, su organización no puede pedir relaciones ni actuar por cuenta de sus clientes:\n\n{link}',
    },
    partnerReinstated: {
      subject: 'La cuenta de partner de {tenantName} vuelve a estar activa',
      body: 'El operador restableció la cuenta de partner de {tenantName} el {at}.\n\n{link}',
    },
    partnerMarkedInDebt: {
      subject: 'La cuenta de partner de {tenantName} figura con deudas',
      body: 'El operador marcó el {at} la cuenta de partner de {tenantName} como cuenta con deudas.{blocks, select, yes { En su nube esto impide pedir relaciones hasta que se salden.} other {}}\n\n{link}',
    },
    partnerDebtCleared: {
      subject: 'La cuenta de partner de {tenantName} ya no figura con deudas',
      body: 'El operador retiró el {at} la marca de deuda de la cuenta de partner de {tenantName}.\n\n{link}',
    },
    linkDeclined: {
      subject: '{customerName} ha rechazado la invitación de su vínculo de partner',
      body: '{customerName} ({customerDomain}) abrió su vínculo de partner y rechazó la invitación el {at}.\n\nSu vínculo de partner:\n\n{link}',
    },
    requestBlocked: {
      subject: '{customerName} no ha podido aceptar su solicitud',
      body: 'El {at} alguien abrió el vínculo de su solicitud a {customerName} y no pudo continuar:\n\n{reason}\n\nLa solicitud y lo que puede hacer:\n\n{link}',
    },
    requestExpiring: {
      subject: 'Su solicitud a {customerName} caduca pronto',
      body: 'Nadie ha respondido todavía a su solicitud a {customerName}. Se puede responder hasta el {dueAt}; después, el vínculo dejará de servir.\n\nPuede enviar un recordatorio:\n\n{link}',
    },
    relationshipEnded: {
      subject: 'La relación de revendedor con {customerName} ha terminado',
      body: 'La relación de revendedor con {customerName} ({customerDomain}) terminó el {at}.\n\nQué ha terminado y qué se mantiene:\n\n{link}',
    },
    partnershipChanged: {
      subject: '{what, select, authorized {{partnerName} lo ha autorizado como proveedor indirecto} declined {{partnerName} ha rechazado su solicitud de asociación} removed {{partnerName} ha quitado su asociación con ustedes} other {{partnerName} ha quitado el acceso a su organización}}',
      body: '{what, select, authorized {El {at} {partnerName} los autorizó como proveedor indirecto. Ahora tienen acceso de administración a su organización, hasta que lo quite. Con esto no se comparten sus clientes.} declined {El {at} {partnerName} rechazó su solicitud de asociación.} removed {El {at} {partnerName} quitó su asociación con ustedes. Los clientes siguen con ambos y sus privilegios de administración no cambian.} other {El {at} {partnerName} quitó el acceso de administración que ustedes tenían a su organización. La asociación no cambia.}}\n\nLa asociación:\n\n{link}',
    },
    transferToPartner: {
      subject: '{step, select, asked {{partnerName} le pide suscripciones de {customerName}} offered {{partnerName} le ofrece suscripciones de {customerName}} completed {Se han transferido suscripciones de {customerName}} declined {Se ha rechazado la transferencia de suscripciones de {customerName}} withdrawn {Se ha retirado la transferencia de suscripciones de {customerName}} other {La transferencia de suscripciones de {customerName} ha caducado}}',
      body: '{step, select, asked {El {at} {partnerName} pidió suscripciones que su empresa vende a {customerName}. Elija cuáles cede o rechace la petición; hasta entonces nada cambia.} offered {El {at} {partnerName} le ofreció suscripciones de {customerName}. Nada cambia hasta que su empresa acepte; la página dice cuánto cuesta el resto de sus ciclos.} completed {El {at} {partnerName} aceptó. Las suscripciones de {customerName} tienen un nuevo vendedor y el resto de sus ciclos se devolvió al anterior.} declined {El {at} se rechazó la transferencia de suscripciones de {customerName}. Todo sigue como estaba.} withdrawn {El {at} {partnerName} retiró la transferencia de suscripciones de {customerName}. Todo sigue como estaba.} other {La transferencia de suscripciones de {customerName} con {partnerName} caducó el {at} sin respuesta. Todo sigue como estaba.}}\n\nLa transferencia:\n\n{link}',
    },
    transferToCustomer: {
      subject: '{toName} vende desde ahora algunas de sus suscripciones',
      body: 'El {at} pasaron suscripciones de su organización de {fromName} a {toName}. Las licencias y los usuarios siguen como estaban; para cambios en estas suscripciones diríjase a {toName}.\n\nQué ha pasado al nuevo vendedor:\n\n{link}',
    },
    ownPurchaseToPartner: {
      subject: '{step, select, asked {{customerName} le pide aprobar una compra: {offerName}} other {{customerName} ha comprado: {offerName}}}',
      body: '{step, select, asked {El {at} {customerName} pidió comprar {offerName} (cantidad: {count}) a su precio y a su cargo. No se vende nada hasta que lo apruebe; también puede rechazarlo e indicar el motivo.} other {El {at} {customerName} compró por su cuenta {offerName} (cantidad: {count}), como usted le permite. La compra va a su cargo. Recibe este correo porque quiso que se le avisara de cada compra.}}\n\nLas compras propias del cliente:\n\n{link}',
    },
    ownPurchaseToCustomer: {
      subject: '{step, select, approved {Aprobada: {offerName}} declined {Rechazada: {offerName}} other {No se ha comprado: {offerName}}}',
      body: '{step, select, approved {El {at} {partnerName} aprobó su compra de {offerName}. Ya se está aprovisionando.} declined {El {at} {partnerName} rechazó su compra de {offerName}. No se ha comprado nada.} other {El {at} {partnerName} dejó de permitir que compren esto por su cuenta antes de responder sobre {offerName}. No se ha comprado nada.}}{hasReason, select, yes {\n\nLo que dice:\n\n{reason}} other {}}\n\nLa compra:\n\n{link}',
    },
    handOverToPartner: {
      subject: '{step, select, proposed {{partnerName} propone el traspaso de {customerName}} agreed {{partnerName} está conforme con el traspaso de {customerName}} accepted {Se ha traspasado {customerName}} declined {Se ha rechazado el traspaso de {customerName}} withdrawn {Se ha retirado el traspaso de {customerName}} expired {El traspaso de {customerName} ha caducado} other {El traspaso de {customerName} ha terminado}}',
      body: '{step, select, proposed {El {at} {partnerName} propuso que {customerName} pase de una de sus empresas a la otra. Nada cambia hasta que su empresa dé su conformidad y el cliente acepte.} agreed {El {at} {partnerName} dio su conformidad al traspaso de {customerName}. Ahora se pregunta al cliente.} accepted {El {at} {customerName} aceptó el traspaso. Se ha llevado a cabo en el mismo paso: los derechos del partner anterior terminaron al comenzar los del nuevo.} declined {El {at} se rechazó el traspaso de {customerName}. Todo sigue como estaba.} withdrawn {El {at} {partnerName} retiró el traspaso de {customerName}. Todo sigue como estaba.} expired {El traspaso de {customerName} caducó el {at} sin respuesta. Todo sigue como estaba.} other {El traspaso de {customerName} terminó el {at}, porque una de las partes ya no puede llevarlo a cabo. Nada más ha cambiado por ello.}}{hasWords, select, no {} other {\n\nCon sus propias palabras:\n\n{words}}}\n\nEl traspaso:\n\n{link}',
    },
    handOverToCustomer: {
      subject: '{step, select, agreed {{fromName} quiere traspasar su organización a {toName}} accepted {Su organización ha pasado de {fromName} a {toName}} withdrawn {Se ha retirado el traspaso a {toName}} expired {El traspaso a {toName} ha caducado} other {El traspaso a {toName} ha terminado}}',
      body: '{step, select, agreed {{fromName} y {toName} acordaron el {at} que {toName} atienda a su organización a partir de ahora. Nada cambia si no lo acepta un administrador global de su organización, hasta el {dueAt}.\n\nLea qué terminaría y qué comenzaría:} accepted {Un administrador global de su organización aceptó el traspaso el {at}. Los derechos de {fromName} terminaron al comenzar los de {toName}.\n\nLo acordado:} withdrawn {El traspaso de {fromName} a {toName} se retiró el {at}. Todo sigue como estaba.} expired {El traspaso de {fromName} a {toName} caducó el {at} sin respuesta. Todo sigue como estaba.} other {El traspaso de {fromName} a {toName} terminó el {at}, porque uno de los partners ya no puede llevarlo a cabo. Nada más ha cambiado por ello.}}{hasWords, select, no {} other {\n\nCon sus propias palabras:\n\n{words}}}\n\n{link}',
    },
    creationRequestChanged: {
      subject: '{what, select, sent {{partnerName} les pide crear el cliente {companyName}} completed {{partnerName} ha creado el cliente {companyName}} declined {{partnerName} no crea el cliente {companyName}} other {{partnerName} ha retirado la petición de {companyName}}}',
      body: '{what, select, sent {El {at} {partnerName} les pidió crear para su cartera el cliente {companyName}. Revise los datos y complete o rechace la petición.} completed {El {at} {partnerName} creó el cliente {companyName}. Ya figura en su lista de clientes.} declined {El {at} {partnerName} rechazó crear el cliente {companyName}.} other {El {at} terminó la petición de {partnerName} de crear el cliente {companyName}. No queda nada por hacer.}}{hasReason, select, yes {\n\nEl motivo: {reason}} other {}}\n\nLa petición:\n\n{link}',
    },
    leadToPartner: {
      subject: '{news, select, received {{customerName} pregunta por sus servicios} other {{customerName} ha retirado su consulta}}',
      body: '{news, select, received {{customerName} les ha enviado un mensaje.{callMe, select, yes { Pide que le llamen directamente.} other {}} Respondan antes del {dueAt}; después el cliente potencial caduca y se avisa a quien lo envió.} other {{customerName} ha retirado la consulta que les había enviado. Sus datos de contacto ya no se muestran.}}\n\n{link}',
    },
    leadToCustomer: {
      subject: '{answer, select, accepted {{partnerName} atenderá su consulta} declined {{partnerName} no puede atender su consulta} other {{partnerName} no ha respondido a su consulta}}',
      body: '{answer, select, accepted {El {at} {partnerName} aceptó su consulta y se pondrá en contacto. Si acuerdan trabajar juntos, les enviará una solicitud de relación de revendedor, que se responde en el portal de administración.} declined {El {at} {partnerName} rechazó su consulta. Elijan otro partner en el buscador de partners.} other {{partnerName} no respondió a su consulta en 14 días y la consulta ha caducado. Elijan otro partner en el buscador de partners.}}\n\n{link}',
    },
    supportContactToPartner: {
      subject: 'Contacto de soporte técnico de {customerName}: {contactName}',
      body: '{change, select, ended {Desde el {at} el contacto de soporte técnico designado de una suscripción de {customerName} ya no la atiende. Vuelve a ser {contactName}.} other {El {at} {contactName} pasó a ser el contacto de soporte técnico de una suscripción de {customerName}.}} El cliente lo ve junto a su suscripción y presenta allí sus solicitudes de servicio.\n\nSus clientes:\n\n{link}',
    },
    supportContactToCustomer: {
      subject: 'Su contacto de soporte técnico: {contactName}',
      body: '{change, select, ended {Desde el {at} el partner que daba soporte a una de sus suscripciones ya no lo da. Vuelve a darlo {contactName}.} other {El {at} {contactName} pasó a ser el contacto de soporte técnico de una de sus suscripciones. Acuda a él cuando algo no funcione.}}\n\n{link}',
    },
    serviceRequestToPartner: {
      subject: '{news, select, filed {{customerName} presenta una solicitud de servicio} answered {El operador ha respondido: {title}} closed {Cerrada: {title}} reopened {Reabierta: {title}} other {Novedades en una solicitud de servicio de {customerName}}}',
      body: '{news, select, filed {El {at} {customerName} les presentó una solicitud de servicio: {title}} answered {El {at} el operador respondió a la solicitud de servicio «{title}» de {customerName}.} closed {La solicitud de servicio «{title}» de {customerName} se cerró el {at}.} reopened {La solicitud de servicio «{title}» de {customerName} se reabrió el {at}.} other {El {at} hubo novedades en la solicitud de servicio «{title}» de {customerName}.}}\n\nEl contenido se lee en el portal:\n\n{link}',
    },
    serviceRequestToCustomer: {
      subject: '{news, select, filed {Se ha presentado una solicitud de servicio en su nombre: {title}} answered {Hay respuesta: {title}} closed {Cerrada: {title}} reopened {Reabierta: {title}} escalated {En manos del operador: {title}} other {Su solicitud de servicio ha cambiado de manos: {title}}}',
      body: '{news, select, filed {El {at} se presentó una solicitud de servicio en nombre de su organización: {title}} answered {El {at} se respondió a su solicitud de servicio «{title}».} closed {Su solicitud de servicio «{title}» se cerró el {at}. Si no está resuelta, escriba en ella.} reopened {Su solicitud de servicio «{title}» se reabrió el {at}.} escalated {El {at} su partner trasladó al operador la solicitud de servicio «{title}». No tiene que hacer nada.} other {Desde el {at} el partner que llevaba su solicitud de servicio «{title}» ya no atiende a su organización. El operador se ocupa de ella; no tiene que hacer nada.}}\n\n{link}',
    },
    extensionToProvider: {
      subject: '{partnerName} le extiende la relación con {customerName}',
      body: 'El {at} {partnerName} extendió a su empresa la relación con {customerName} ({customerDomain}). Ya puede tramitar pedidos para este cliente; no obtiene privilegios de administración.\n\nEl cliente:\n\n{link}',
    },
    extensionToCustomer: {
      subject: '{toName} es ahora también su partner',
      body: 'El {at} su partner {fromName} extendió la relación con su organización a su proveedor indirecto, {toName}. {fromName} sigue atendiéndolo; {toName} puede tramitar sus pedidos, respalda a {fromName} y recibe una copia de sus datos de facturación. No obtiene privilegios de administración.\n\nSi no estaba de acuerdo, diríjase a {fromName}; también puede pedir aquí el fin de la relación:\n\n{link}',
    },
    colleagueInvited: {
      subject: 'Se ha invitado a {colleague} a {tenantName}',
      body: 'El {at} se creó una cuenta para {colleague} en {tenantName}.\n\nSi no lo sabía, pregunte a quien envió la invitación y, si hace falta, deshabilite la cuenta:\n\n{link}',
    },
    colleagueJoined: {
      subject: '{colleague} se ha incorporado a {tenantName}',
      body: '{colleague} abrió el {at} su cuenta en {tenantName}.\n\nLas personas de su organización:\n\n{link}',
    },
    digest: {
      subject: '{tenantName}: {count, plural, one {una notificación} other {# notificaciones}}',
      body: 'Desde el último resumen:\n\n{lines}\n\nTodas están en el portal:\n\n{link}',
    },
    agreementAttested: {
      subject: '{partnerName} ha acreditado que aceptaron el contrato de cliente',
      body: '{partnerName} (id. de partner {partnerId}) acreditó el {at} que una persona de su organización aceptó el contrato de cliente el {agreedOn}.\n\nAquí puede ver a quién nombró el partner y el propio contrato. Si no es cierto, avise al operador:\n\n{link}',
    },
    supportAnswered: {
      subject: 'El operador ha respondido: {subject}',
      body: 'El operador respondió a su caso el {at}:\n\n{subject}\n\nAquí puede leer la respuesta y seguir escribiendo:\n\n{link}',
    },
    supportClosed: {
      subject: 'Su caso se ha cerrado: {subject}',
      body: 'El operador cerró su caso el {at}:\n\n{subject}\n\nSi escribe de nuevo, se vuelve a abrir:\n\n{link}',
    },
    testMessage: {
      subject: 'Mensaje de prueba',
      body: '{asker} envió este mensaje el {at} para comprobar que llega el correo de esta instalación. Si puede leerlo, llega.\n\n{link}',
    },
  },
}
