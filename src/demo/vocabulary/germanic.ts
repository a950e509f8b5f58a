import { nameFirst, tradeFirst, type Vocabulary, words } from './vocabulary.ts'

export const english: Vocabulary = {
  countries: 'US US US GB GB CA AU IE NZ ZA IN KE GH NG MT BB TT JM'.split(' '),
  timeZones: {
    US: 'America/New_York', GB: 'Europe/London', CA: 'America/Toronto', AU: 'Australia/Sydney', IE: 'Europe/Dublin', NZ: 'Pacific/Auckland', ZA: 'Africa/Johannesburg',
    IN: 'Asia/Kolkata', KE: 'Africa/Nairobi', GH: 'Africa/Accra', NG: 'Africa/Lagos', MT: 'Europe/Malta', BB: 'America/Barbados', TT: 'America/Port_of_Spain', JM: 'America/Jamaica',
  },
  trades: words('Bakery|Boatyard|Freight|Printing|Clinic|Books|Ceramics|Nurseries|Joinery|Optical|Foundry|Beekeepers|Dairy|Glassworks|Outfitters|Surveyors'),
  names: words('Quiet River|Open Sky|Three Oaks|Low Moon|Deep Valley|Green Door|North Breeze|Amber Hill|Old Orchard|Blue Shore|Level Road|Calm Harbour|Seven Springs|Slow Brook|Snowy Peak|Tall Birch'),
  forms: [' Ltd', ' Limited'],
  formsOf: { US: [', Inc.', ' LLC', ' Corp.'], CA: [' Inc.'], AU: [' Pty Ltd'], ZA: [' (Pty) Ltd'], IN: [' Private Limited'] },
  join: nameFirst,
  givenNames: words('Ada|Barnaby|Clementine|Dexter|Edith|Fergus|Greta|Hollis|Imogen|Jasper|Keziah|Linden'),
  familyNames: words('Amberhill|Brookslow|Calmharbour|Deepvale|Eastbirch|Fairlevel|Greendoor|Hollowoak|Lowmoon|Northbreeze'),
}

export const german: Vocabulary = {
  countries: 'DE DE DE DE AT AT CH LI'.split(' '),
  timeZones: { DE: 'Europe/Berlin', AT: 'Europe/Vienna', CH: 'Europe/Zurich', LI: 'Europe/Vaduz' },
  trades: words('Bäckerei|Werkstätten|Buchhandlung|Druckerei|Spedition|Tischlerei|Gärtnerei|Glashütte|Kelterei|Zimmerei|Werft|Töpferei|Molkerei|Vermessung'),
  names: words('Stilltal|Dreieichen|Mondgrund|Grüntor|Nordwind|Altgarten|Blauufer|Siebenquell|Schneegipfel|Hochbirke|Langwiese|Ruhhafen|Übermühle|Größebach'),
  forms: [' GmbH', ' AG', ' GmbH & Co. KG', ' eG'],
  formsOf: { CH: [' AG', ' GmbH'], LI: [' AG'] },
  join: tradeFirst,
  givenNames: words('Anselm|Britta|Cosima|Detlef|Elke|Falk|Gesine|Hauke|Isolde|Jörg'),
  familyNames: words('Stilltaler|Mondgrunder|Grüntor|Blauufer|Siebenquell|Hochbirk|Langwieser|Ruhhäfner'),
}

export const dutch: Vocabulary = {
  countries: 'NL NL NL BE CW SR'.split(' '),
  timeZones: { NL: 'Europe/Amsterdam', BE: 'Europe/Brussels', CW: 'America/Curacao', SR: 'America/Paramaribo' },
  trades: words('Bakkerij|Drukkerij|Scheepswerf|Boekhandel|Kwekerij|Glasblazerij|Timmerwerken|Transport'),
  names: words('Stille Vaart|Drie Eiken|De Lage Maan|Groene Poort|Noorderbries|Oude Boomgaard|Blauwe Oever|Zeven Bronnen|Lange Weide|De Rustige Haven'),
  forms: [' B.V.', ' N.V.', ' V.O.F.'],
  join: tradeFirst,
  givenNames: words('Aafke|Bram|Coen|Doutzen|Evert|Femke'),
  familyNames: words('van der Stillevaart|Groenepoort|Blauwoever|Langeweide|Noorderbries'),
}

export const nordic: Vocabulary = {
  countries: 'SE SE DK DK NO NO IS FO AX'.split(' '),
  timeZones: { SE: 'Europe/Stockholm', DK: 'Europe/Copenhagen', NO: 'Europe/Oslo', IS: 'Atlantic/Reykjavik', FO: 'Atlantic/Faroe', AX: 'Europe/Mariehamn' },
  trades: words('Bageri|Verksted|Trykkeri|Boghandel|Skibsværft|Glasbruk|Snickeri|Transport|Mejeri'),
  names: words('Stilleå|Åpen Himmel|Tre Ege|Månedal|Grønport|Nordbris|Blåstrand|Syv Kilder|Snøtind|Långäng|Højbirk|Öppna Viken'),
  forms: [' AB'],
  formsOf: { DK: [' ApS', ' A/S'], NO: [' AS', ' ASA'], IS: [' ehf.'], FO: [' Sp/f'] },
  join: nameFirst,
  givenNames: words('Aslak|Birgit|Dagny|Eskil|Frøya|Gudrun|Håkon|Ylva'),
  familyNames: words('Blåstrand|Grønport|Højbirk|Långäng|Månedal|Nordbris|Snøtind'),
}
