import { tradeFirst, type Vocabulary, words } from './vocabulary.ts'

export const spanish: Vocabulary = {
  countries: 'ES ES ES ES MX MX MX AR AR CO CO CL CL PE EC UY CR GT DO PA BO PY SV HN NI PR'.split(' '),
  timeZones: {
    ES: 'Europe/Madrid', MX: 'America/Mexico_City', AR: 'America/Argentina/Buenos_Aires', CO: 'America/Bogota', CL: 'America/Santiago', PE: 'America/Lima',
    EC: 'America/Guayaquil', UY: 'America/Montevideo', CR: 'America/Costa_Rica', GT: 'America/Guatemala', DO: 'America/Santo_Domingo', PA: 'America/Panama',
    BO: 'America/La_Paz', PY: 'America/Asuncion', SV: 'America/El_Salvador', HN: 'America/Tegucigalpa', NI: 'America/Managua', PR: 'America/Puerto_Rico',
  },
  trades: words('Talleres|Panadería|Bodegas|Clínica|Librería|Transportes|Imprenta|Academia|Ferretería|Viveros|Óptica|Astilleros|Conservas|Cerámicas|Gestoría|Hormigones|Carpintería|Apicultores|Laboratorio|Mudanzas'),
  names: words('Río Sereno|Cielo Abierto|Tres Encinas|Luna Clara|Valle Hondo|Puerta Verde|Brisa Norte|Alba Mansa|Monte Pardo|Olivar Viejo|Peña Dorada|Ribera Azul|Camino Llano|Faro Quieto|Siete Fuentes|Viento Tibio|Arroyo Lento|Cumbre Nevada|Huerta Chica|Roble Alto|Nieve Tardía|Campo Ancho|Playa Larga|Molino Rojo de Arriba'),
  forms: [', S.L.', ', S.A.', ', S.L.', ' S. Coop.'],
  formsOf: {
    MX: [', S.A. de C.V.', ', S. de R.L. de C.V.'], AR: [' S.R.L.', ' S.A.'], CO: [' S.A.S.', ' Ltda.'], CL: [' SpA', ' Ltda.'], PE: [' S.A.C.', ' E.I.R.L.'],
    EC: [' Cía. Ltda.'], UY: [' S.R.L.'], CR: [', S.A.'], GT: [', S.A.'], DO: [', S.R.L.'], PA: [', S.A.'], BO: [' S.R.L.'], PY: [' S.A.'], PR: [', Inc.'],
  },
  join: tradeFirst,
  givenNames: words('Aitana|Bruno|Celia|Darío|Elsa|Fermín|Greta|Hilario|Inés|Julián|Lía|Mateo|Noa|Óscar|Pilar|Rubén|Sol|Tadeo|Uxía|Valeria'),
  familyNames: words('Arroyal|Brezales|Candelar|Dehesina|Encinal|Fontanal|Gavilar|Hontoria|Llanura|Montesol|Nogaleda|Olivarde|Peñarrubia|Quintanal|Riberuela|Sotoalto|Tejadilla|Valdehoja'),
}

export const portuguese: Vocabulary = {
  countries: 'BR BR BR PT PT AO MZ CV'.split(' '),
  timeZones: { BR: 'America/Sao_Paulo', PT: 'Europe/Lisbon', AO: 'Africa/Luanda', MZ: 'Africa/Maputo', CV: 'Atlantic/Cape_Verde' },
  trades: words('Padaria|Oficina|Livraria|Clínica|Gráfica|Adega|Transportes|Papelaria|Cerâmica|Marcenaria|Vidraçaria|Cooperativa'),
  names: words('Rio Manso|Serra Azul|Maré Cheia|Pinhal Novo|Céu Claro|Três Pontes|Vale Fundo|Pedra Lisa|Lua Baixa|Vento Leste|Campo Raso|Porto Calmo|Nuvem Branca|Fonte Fria'),
  forms: [' Lda.', ', S.A.'],
  formsOf: { BR: [' Ltda.', ' S.A.'] },
  join: tradeFirst,
  givenNames: words('Afonso|Beatriz|Caetano|Dulce|Eduarda|Filipe|Graça|Heitor|Iara|Joaquim'),
  familyNames: words('Ribamar|Pedreiral|Montalvão|Serrano Novo|Valverdinho|Marisal|Outeiral|Fontanela'),
}

export const french: Vocabulary = {
  countries: 'FR FR FR BE CH LU CA SN CI MC CM HT MG'.split(' '),
  timeZones: {
    FR: 'Europe/Paris', BE: 'Europe/Brussels', CH: 'Europe/Zurich', LU: 'Europe/Luxembourg', CA: 'America/Toronto', SN: 'Africa/Dakar', CI: 'Africa/Abidjan',
    MC: 'Europe/Monaco', CM: 'Africa/Douala', HT: 'America/Port-au-Prince', MG: 'Indian/Antananarivo',
  },
  trades: words('Boulangerie|Ateliers|Imprimerie|Librairie|Clinique|Transports|Menuiserie|Verrerie|Pépinières|Cidrerie|Fonderie|Coopérative'),
  names: words('du Val Tranquille|des Trois Chênes|de la Lune Basse|du Pont Fleuri|de l’Étang Clair|des Hautes Herbes|du Vent d’Ouest|de la Pierre Douce|du Grand Pré|de l’Aube Grise|des Sept Ormes|du Quai Vert'),
  forms: [' SARL', ' SAS', ' SA'],
  formsOf: { CA: [' inc.', ' ltée'], BE: [' SRL'], CH: [' Sàrl'] },
  join: tradeFirst,
  givenNames: words('Adèle|Basile|Camille|Désiré|Élise|Firmin|Gaëlle|Hugo|Inès|Joséphine'),
  familyNames: words('Clairval|Ormesson-Pré|Hautbois|Grandpré|Valmoussu|Pierredoux|Chênelong|Rivenoire'),
}

export const italian: Vocabulary = {
  countries: 'IT IT IT CH SM VA'.split(' '),
  timeZones: { IT: 'Europe/Rome', CH: 'Europe/Zurich', SM: 'Europe/San_Marino', VA: 'Europe/Vatican' },
  trades: words('Officine|Panificio|Cantine|Libreria|Tipografia|Trasporti|Vetreria|Clinica|Ceramiche|Falegnameria|Vivai|Cartoleria'),
  names: words('Valle Quieta|Monte Chiaro|Tre Pini|Luna Bassa|Fonte Viva|Mare Calmo|Pietra Bianca|Vento Lieve|Sette Ponti|Riva Verde|Bosco Antico|Alba Rosata'),
  forms: [' S.r.l.', ' S.p.A.', ' Soc. coop.'],
  join: tradeFirst,
  givenNames: words('Amedeo|Bianca|Corrado|Delia|Ettore|Fiamma|Gisella|Ivo|Lavinia|Nerina'),
  familyNames: words('Montequieto|Rivaverde|Boscantico|Pietralba|Fontevivo|Valsorda|Marecalmo|Trepini'),
}

export const romanian: Vocabulary = {
  countries: ['RO', 'RO', 'MD'],
  timeZones: { RO: 'Europe/Bucharest', MD: 'Europe/Chisinau' },
  trades: words('Brutăria|Atelierele|Librăria|Tipografia|Clinica|Transporturi|Tâmplăria|Crama'),
  names: words('Râul Lin|Trei Stejari|Luna Nouă|Câmpia Verde|Piatra Albă|Vântul de Nord|Izvorul Rece|Poiana Largă|Zorii Senini|Șapte Poduri'),
  forms: [' SRL', ' SA'],
  join: tradeFirst,
  givenNames: words('Anca|Bogdan|Corina|Dorin|Ilinca|Mircea'),
  familyNames: words('Izvoreanu|Poienaru-Lin|Stejărel|Câmpineanu-Vale|Pietrarul'),
}
