import type { MailTexts } from '../mail-text.ts'

/** Mails that Vinculo itself sends, in English. Apostrophes are ’, because ' quotes in ICU messages. */
export const mails: MailTexts = {
  greeting: 'Hello {name},',
  footer: 'This message was sent automatically{answers, select, read {} other {; replies are not read}}. If it makes no sense to you, ignore it or tell your administrator.',
  optOut: 'You do not want such messages? Choose here, without an account:\n{optOut}',
  unnamedCustomer: 'A customer',
  noPrivileges: 'none',
  mails: {
    registrationCode: {
      subject: 'Your code to register {companyName}',
      body: 'Somebody is registering {companyName} with this address. To go on, enter this code on the page where you began:\n\n{secret}\n\nThe code works for {minutes} minutes. If it was not you, do nothing: without the code nothing is registered.',
    },
    mailConfirmation: {
      subject: 'Confirm your mail address',
      body: 'Somebody asked for the mail of the account {userPrincipalName} to come to this address. If it was you, open the link and confirm it:\n\n{secret}\n\nThe link works once, for {hours} hours. If it was not you, do nothing: unless it is confirmed, nothing changes.',
    },
    personInvited: {
      subject: 'Your account at {tenantName}',
      body: '{tenantName} has made an account for you. You sign in with this user name:\n\n{userPrincipalName}\n\nOpen the link to choose a password:\n\n{secret}\n\nThe link works once, for {days, plural, one {one day} other {# days}}.',
    },
    partnerInvitation: {
      subject: '{occasion, select, reminder {Reminder: } other {}}{partnerName} asks for a reseller relationship',
      body: '{partnerName} (partner ID {partnerId}, {country}; {isVerified, select, yes {verified by the operator of this programme} other {not verified}}) asks to be a reseller of your organization{hasPrivileges, select, yes { and asks for delegated admin privileges on {services}} other {}}.\n\nA Global administrator of your organization can read what is asked, and accept or decline it, here:\n\n{secret}\n\nThe link works for your organization alone, until {dueAt}. If you do not know this partner, you need do nothing.{hasWords, select, yes {\n\n{partnerName} writes:\n\n{words}} other {}}',
    },
    passwordReset: {
      subject: 'Choose a new password',
      body: 'Somebody asked for a new password for {userPrincipalName}. Open the link to choose one:\n\n{secret}\n\nThe link works once, for {minutes} minutes. If it was not you, do nothing: your password stays as it is.',
    },
    passwordChanged: {
      subject: 'Your password was changed',
      body: 'The password of {userPrincipalName} was changed on {at}. Other sessions were ended.\n\nIf it was not you, ask for a new password at once and tell your administrator:\n\n{link}',
    },
    secondFactorEnrolled: {
      subject: 'An authenticator was added to your account',
      body: 'An authenticator app was set up for {userPrincipalName} on {at}.\n\nIf it was not you, change your password at once and tell your administrator:\n\n{link}',
    },
    secondFactorRemoved: {
      subject: 'The second step was removed from your account',
      body: 'The second step of {userPrincipalName} (authenticator app or passkeys) was removed on {at}. Signing in asks for the password only, or for setting up another authenticator.\n\nIf it was not you, change your password at once and tell your administrator:\n\n{link}',
    },
    identityLinked: {
      subject: 'Your account now opens with your organization’s too',
      body: 'On {at} an identity of your organization’s sign-in provider was linked to {userPrincipalName}. It signs in without the password of this place.\n\nIf it was not you, remove it at once and tell your administrator:\n\n{link}',
    },
    identityUnlinked: {
      subject: 'Your account no longer opens with your organization’s',
      body: 'On {at} the identity of your organization’s sign-in provider was removed from {userPrincipalName}.\n\nIf it was not you, tell your administrator:\n\n{link}',
    },
    passkeyAdded: {
      subject: 'A passkey was added to your account',
      body: 'On {at} a passkey was added to {userPrincipalName}. It signs in without a password.\n\nIf this was not you, remove it at once, change your password and tell your administrator:\n\n{link}',
    },
    passkeyRemoved: {
      subject: 'A passkey was removed from your account',
      body: 'On {at} a passkey of {userPrincipalName} was removed. It no longer signs in.\n\nIf this was not you, change your password at once and tell your administrator:\n\n{link}',
    },
    mailChangeAsked: {
      subject: 'Another mail address was asked for your account',
      body: 'On {at} somebody asked for the mail of {userPrincipalName} to go to another address. Nothing changes until it is confirmed from there.\n\nIf it was not you, cancel it and change your password at once:\n\n{link}',
    },
    mailChanged: {
      subject: 'The mail address of your account was changed',
      body: 'Mail for {userPrincipalName} goes to another address since {at}; this one gets no more.\n\nIf it was not you, change your password at once and tell your administrator:\n\n{link}',
    },
    requestAcceptedToAsker: {
      subject: '{customerName} accepted your request',
      body: '{customerName} ({customerDomain}, {country}) accepted on {at} {kind, select, restorePrivileges {to restore admin privileges} other {the reseller relationship}}.\n\nThe customer is on your list:\n\n{link}',
    },
    requestAcceptedToCustomer: {
      subject: 'Your organization accepted a request from {partnerName}',
      body: 'On {at} your organization accepted {kind, select, restorePrivileges {to restore admin privileges for} other {a reseller relationship with}} {partnerName} ({country}, partner ID {partnerId}).\n\nAdmin privileges granted: {privileges}.\n\nYou can see and remove them at any time:\n\n{link}',
    },
    requestDeclined: {
      subject: '{customerName} declined your request',
      body: '{customerName} declined your request on {at}.\n\n{hasReason, select, no {No reason was given.} other {Reason given: {reason}}}\n\nThe request:\n\n{link}',
    },
    requestExpired: {
      subject: 'Your request to {customerName} has expired',
      body: 'Your request to {customerName} expired on {at} without an answer. Its link no longer works.\n\nYou can send it again with a fresh link:\n\n{link}',
    },
    freshLinkAsked: {
      subject: '{customerName} asks for a fresh link',
      body: 'On {at} somebody at {customerName} opened the link of a request that has ended, and asks for a fresh one.\n\nYou can send the request again:\n\n{link}',
    },
    relationshipRemoved: {
      subject: '{partnerName} ended the reseller relationship',
      body: '{partnerName} (partner ID {partnerId}) ended its reseller relationship with your organization on {at}.\n\n{hasPrivileges, select, no {The partner holds no admin privileges in your organization.} other {The partner still holds admin privileges in your organization: {privileges}. You can remove them with one click.}}\n\nYour partners:\n\n{link}',
    },
    endAsked: {
      subject: '{customerName} asks to end the reseller relationship',
      body: '{customerName} ({customerDomain}) asked on {at} to end the reseller relationship. Your rights in this organization have ended already.\n\nPlease answer by {dueAt}:\n\n{link}',
    },
    endRefused: {
      subject: '{partnerName} answered your request to end the relationship',
      body: '{partnerName} (partner ID {partnerId}) refused on {at} to end the reseller relationship. The rights you took from the partner stay ended.\n\nThe answer and what you can do:\n\n{link}',
    },
    privilegesRemovedToPartner: {
      subject: '{customerName} removed your admin privileges',
      body: 'Your admin privileges in {customerName} ({customerDomain}) ended on {at}: {services}.\n\nThe reseller relationship, billing and your duty to support the customer stay as they are.\n\n{link}',
    },
    privilegesRemovedToCustomer: {
      subject: 'Admin privileges of {partnerName} were removed',
      body: 'The admin privileges of {partnerName} (partner ID {partnerId}) in your organization ended on {at}: {services}.\n\nYour partners:\n\n{link}',
    },
    partnerSuspended: {
      subject: 'The partner account of {tenantName} is suspended',
      body: 'The operator suspended the partner account of {tenantName} on {at}.\n\n{hasReason, select, no {No reason was given.} other {Reason given: {reason}}}\n\nUntil it is reinstated, your organization cannot ask for relationships or act for customers:\n\n{link}',
    },
    partnerReinstated: {
      subject: 'The partner account of {tenantName} is active again',
      body: 'The operator reinstated the partner account of {tenantName} on {at}.\n\n{link}',
    },
    partnerMarkedInDebt: {
      subject: 'The partner account of {tenantName} is marked as in debt',
      body: 'The operator marked the partner account of {tenantName} as in debt on {at}.{blocks, select, yes { In your cloud this blocks requests for relationships until it is settled.} other {}}\n\n{link}',
    },
    partnerDebtCleared: {
      subject: 'The debt mark of {tenantName} was removed',
      body: 'The operator removed the debt mark from the partner account of {tenantName} on {at}.\n\n{link}',
    },
    linkDeclined: {
      subject: '{customerName} declined the invitation of your partner link',
      body: '{customerName} ({customerDomain}) opened your partner link and declined on {at}.\n\nYour partner link:\n\n{link}',
    },
    requestBlocked: {
      subject: '{customerName} could not accept your request',
      body: 'On {at} somebody opened the link of your request to {customerName} and could not go on:\n\n{reason}\n\nThe request, with what you can do:\n\n{link}',
    },
    requestExpiring: {
      subject: 'Your request to {customerName} runs out soon',
      body: 'Nobody has answered your request to {customerName} yet. It can be answered until {dueAt}; after that its link no longer works.\n\nYou can send a reminder:\n\n{link}',
    },
    relationshipEnded: {
      subject: 'The reseller relationship with {customerName} has ended',
      body: 'The reseller relationship with {customerName} ({customerDomain}) ended on {at}.\n\nWhat was ended, and what stays:\n\n{link}',
    },
    partnershipChanged: {
      subject: '{what, select, authorized {{partnerName} authorised you as its indirect provider} declined {{partnerName} declined your partnership request} removed {{partnerName} removed its partnership with you} other {{partnerName} took your access to its organization}}',
      body: '{what, select, authorized {On {at} {partnerName} authorised you as its indirect provider. You now have administrative access to its organization, until it takes it back. Its customers are not shared with you by this.} declined {On {at} {partnerName} declined your partnership request.} removed {On {at} {partnerName} removed its partnership with you. Customers stay with both of you, and their admin privileges stay as they are.} other {On {at} {partnerName} took back your administrative access to its organization. The partnership itself stays as it is.}}\n\nThe partnership:\n\n{link}',
    },
    transferToPartner: {
      subject: '{step, select, asked {{partnerName} asks for subscriptions of {customerName}} offered {{partnerName} offers you subscriptions of {customerName}} completed {Subscriptions of {customerName} have been transferred} declined {The transfer of subscriptions of {customerName} was declined} withdrawn {The transfer of subscriptions of {customerName} was withdrawn} other {The transfer of subscriptions of {customerName} has expired}}',
      body: '{step, select, asked {On {at} {partnerName} asked for subscriptions that you sell to {customerName}. You choose what you let go, or decline; nothing changes until then.} offered {On {at} {partnerName} offered you subscriptions of {customerName}. Nothing changes until you accept; the page says what the rest of their cycles costs.} completed {On {at} {partnerName} accepted. The subscriptions of {customerName} have a new seller, and the rest of their cycles was given back to the old one.} declined {On {at} the transfer of subscriptions of {customerName} was declined. Everything stays as it was.} withdrawn {On {at} {partnerName} withdrew the transfer of subscriptions of {customerName}. Everything stays as it was.} other {The transfer of subscriptions of {customerName} with {partnerName} expired on {at} without an answer. Everything stays as it was.}}\n\nThe transfer:\n\n{link}',
    },
    transferToCustomer: {
      subject: '{toName} sells some of your subscriptions from now on',
      body: 'On {at} subscriptions of your organization passed from {fromName} to {toName}. Licenses and users stayed as they were; for changes to these subscriptions turn to {toName}.\n\nWhat passed over:\n\n{link}',
    },
    ownPurchaseToPartner: {
      subject: '{step, select, asked {{customerName} asks for your approval: {offerName}} other {{customerName} bought: {offerName}}}',
      body: '{step, select, asked {On {at} {customerName} asked to buy {offerName} (quantity: {count}) at your price and on your bill. Nothing is sold before you approve; you may also decline and say why.} other {On {at} {customerName} bought {offerName} (quantity: {count}) itself, as you permitted. It is on your bill. You get this mail because you wanted to be told of each purchase.}}\n\nThe customer’s own purchases:\n\n{link}',
    },
    ownPurchaseToCustomer: {
      subject: '{step, select, approved {Approved: {offerName}} declined {Declined: {offerName}} other {Not bought: {offerName}}}',
      body: '{step, select, approved {On {at} {partnerName} approved your purchase of {offerName}. It is being provisioned.} declined {On {at} {partnerName} declined your purchase of {offerName}. Nothing was bought.} other {On {at} {partnerName} stopped letting you buy this yourself, before it had answered about {offerName}. Nothing was bought.}}{hasReason, select, yes {\n\nWhat it says:\n\n{reason}} other {}}\n\nThe purchase:\n\n{link}',
    },
    handOverToPartner: {
      subject: '{step, select, proposed {{partnerName} proposes to hand over {customerName}} agreed {{partnerName} agreed to the hand-over of {customerName}} accepted {{customerName} was handed over} declined {The hand-over of {customerName} was declined} withdrawn {The hand-over of {customerName} was withdrawn} expired {The hand-over of {customerName} has expired} other {The hand-over of {customerName} has ended}}',
      body: '{step, select, proposed {On {at} {partnerName} proposed that {customerName} move from one of you to the other. Nothing changes until you agree and the customer accepts.} agreed {On {at} {partnerName} agreed to the hand-over of {customerName}. The customer is asked now.} accepted {On {at} {customerName} accepted the hand-over. It has been carried out in the same step: the present partner’s rights ended as those of the new one began.} declined {On {at} the hand-over of {customerName} was declined. Everything stays as it was.} withdrawn {On {at} {partnerName} withdrew the hand-over of {customerName}. Everything stays as it was.} expired {The hand-over of {customerName} expired on {at} without an answer. Everything stays as it was.} other {The hand-over of {customerName} ended on {at}, because one of those concerned can no longer carry it out. Nothing else was changed by that.}}{hasWords, select, no {} other {\n\nIn their own words:\n\n{words}}}\n\nThe hand-over:\n\n{link}',
    },
    handOverToCustomer: {
      subject: '{step, select, agreed {{fromName} would like to hand you over to {toName}} accepted {Your organization moved from {fromName} to {toName}} withdrawn {The hand-over to {toName} was withdrawn} expired {The hand-over to {toName} has expired} other {The hand-over to {toName} has ended}}',
      body: '{step, select, agreed {{fromName} and {toName} agreed on {at} that {toName} should look after your organization from now on. Nothing changes unless a Global administrator of yours accepts, until {dueAt}.\n\nRead what would end and what would begin:} accepted {A Global administrator of your organization accepted the hand-over on {at}. The rights of {fromName} ended as those of {toName} began.\n\nWhat was agreed:} withdrawn {The hand-over from {fromName} to {toName} was withdrawn on {at}. Everything stays as it was.} expired {The hand-over from {fromName} to {toName} expired on {at} without an answer. Everything stays as it was.} other {The hand-over from {fromName} to {toName} ended on {at}, because one of the partners can no longer carry it out. Nothing else was changed by that.}}{hasWords, select, no {} other {\n\nIn their own words:\n\n{words}}}\n\n{link}',
    },
    creationRequestChanged: {
      subject: '{what, select, sent {{partnerName} asks you to create the customer {companyName}} completed {{partnerName} created the customer {companyName}} declined {{partnerName} does not create the customer {companyName}} other {{partnerName} withdrew the request for {companyName}}}',
      body: '{what, select, sent {On {at} {partnerName} asked you to create the customer {companyName} for it. Check what it filled in, and complete or decline the request.} completed {On {at} {partnerName} created the customer {companyName}. It is on your customer list now.} declined {On {at} {partnerName} declined to create the customer {companyName}.} other {On {at} the request of {partnerName} to create the customer {companyName} ended. There is nothing left to do.}}{hasReason, select, yes {\n\nThe reason: {reason}} other {}}\n\nThe request:\n\n{link}',
    },
    leadToPartner: {
      subject: '{news, select, received {{customerName} asks about your services} other {{customerName} has withdrawn its enquiry}}',
      body: '{news, select, received {{customerName} sent you a message.{callMe, select, yes { It wants to be called directly.} other {}} Answer by {dueAt}; after that the lead expires and the sender is told.} other {{customerName} took back the enquiry it had sent you. Its contact details are no longer shown.}}\n\n{link}',
    },
    leadToCustomer: {
      subject: '{answer, select, accepted {{partnerName} takes up your enquiry} declined {{partnerName} cannot take up your enquiry} other {{partnerName} has not answered your enquiry}}',
      body: '{answer, select, accepted {On {at} {partnerName} accepted your enquiry and will get in touch. If you agree to work together, it sends you a request for a reseller relationship, which you answer in your admin portal.} declined {On {at} {partnerName} declined your enquiry. Choose another partner in the partner finder.} other {{partnerName} did not answer your enquiry within 14 days, so it has expired. Choose another partner in the partner finder.}}\n\n{link}',
    },
    supportContactToPartner: {
      subject: 'Support contact of {customerName}: {contactName}',
      body: '{change, select, ended {Since {at} the designated support contact of a subscription of {customerName} no longer serves it. It is {contactName} again.} other {On {at} {contactName} became the support contact of a subscription of {customerName}.}} The customer reads it beside its subscription and files its service requests there.\n\nYour customers:\n\n{link}',
    },
    supportContactToCustomer: {
      subject: 'Your support contact: {contactName}',
      body: '{change, select, ended {Since {at} the partner that supported one of your subscriptions no longer does. {contactName} supports it again.} other {On {at} {contactName} became the support contact of one of your subscriptions. You ask there when something does not work.}}\n\n{link}',
    },
    serviceRequestToPartner: {
      subject: '{news, select, filed {{customerName} files a service request} answered {The operator answered: {title}} closed {Closed: {title}} reopened {Open again: {title}} other {New in a service request of {customerName}}}',
      body: '{news, select, filed {On {at} {customerName} filed a service request with you: {title}} answered {On {at} the operator answered the service request “{title}” of {customerName}.} closed {The service request “{title}” of {customerName} was closed on {at}.} reopened {The service request “{title}” of {customerName} was opened again on {at}.} other {On {at} there was something new in the service request “{title}” of {customerName}.}}\n\nThe words stay in the portal:\n\n{link}',
    },
    serviceRequestToCustomer: {
      subject: '{news, select, filed {A service request was filed for you: {title}} answered {There is an answer: {title}} closed {Closed: {title}} reopened {Open again: {title}} escalated {At the operator now: {title}} other {Your service request has moved: {title}}}',
      body: '{news, select, filed {On {at} a service request was filed in the name of your organization: {title}} answered {On {at} your service request “{title}” was answered.} closed {Your service request “{title}” was closed on {at}. Write in it if it is not settled.} reopened {Your service request “{title}” was opened again on {at}.} escalated {On {at} your partner handed the service request “{title}” to the operator. You need not do anything.} other {Since {at} the partner of your service request “{title}” no longer looks after your organization. The operator goes on with it; you need not do anything.}}\n\n{link}',
    },
    extensionToProvider: {
      subject: '{partnerName} lends you {customerName}',
      body: 'On {at} {partnerName} extended its relationship with {customerName} ({customerDomain}) to you. You can order for this customer now; you get no admin privileges.\n\nThe customer:\n\n{link}',
    },
    extensionToCustomer: {
      subject: '{toName} is now a partner of yours as well',
      body: 'On {at} your partner {fromName} extended its relationship with your organization to its indirect provider, {toName}. {fromName} goes on looking after you; {toName} can order for you and stands behind it, and gets a copy of your billing details. It gets no admin privileges.\n\nIf you did not agree to this, turn to {fromName}; you can also ask for the end of the relationship here:\n\n{link}',
    },
    colleagueInvited: {
      subject: '{colleague} was invited to {tenantName}',
      body: 'An account was made for {colleague} at {tenantName} on {at}.\n\nIf you do not know of it, ask whoever invited, and disable the account if need be:\n\n{link}',
    },
    colleagueJoined: {
      subject: '{colleague} joined {tenantName}',
      body: '{colleague} opened the account at {tenantName} on {at}.\n\nThe people of your organization:\n\n{link}',
    },
    digest: {
      subject: '{tenantName}: {count, plural, one {one notification} other {# notifications}}',
      body: 'Since the last summary:\n\n{lines}\n\nAll of them in the portal:\n\n{link}',
    },
    agreementAttested: {
      subject: '{partnerName} attested that you accepted the customer agreement',
      body: '{partnerName} (partner ID {partnerId}) attested on {at} that somebody of your organization accepted the customer agreement on {agreedOn}.\n\nWhom the partner named, and the agreement itself, you can see here. If it is not true, tell the operator:\n\n{link}',
    },
    supportAnswered: {
      subject: 'The operator answered: {subject}',
      body: 'The operator answered your case on {at}:\n\n{subject}\n\nRead the answer and write on here:\n\n{link}',
    },
    supportClosed: {
      subject: 'Your case was closed: {subject}',
      body: 'The operator closed your case on {at}:\n\n{subject}\n\nWhoever writes on opens it again:\n\n{link}',
    },
    testMessage: {
      subject: 'Test message',
      body: '{asker} sent this message on {at} to see whether mails of this installation arrive. If you can read it, they do.\n\n{link}',
    },
  },
}
