import { nameFirst, tradeFirst, type Vocabulary, words } from './vocabulary.ts'

export const polish: Vocabulary = {
  countries: ['PL'],
  timeZones: { PL: 'Europe/Warsaw' },
  trades: words('Piekarnia|Drukarnia|Stocznia|Księgarnia|Stolarnia|Huta Szkła|Przewozy|Pasieka'),
  names: words('Cicha Rzeka|Trzy Dęby|Niski Księżyc|Zielona Brama|Północny Wiatr|Stary Sad|Błękitny Brzeg|Siedem Źródeł|Śnieżny Szczyt|Długa Łąka'),
  forms: [' sp. z o.o.', ' S.A.', ' sp.j.'],
  join: tradeFirst,
  givenNames: words('Bożena|Cezary|Dąbrówka|Eryk|Grażyna|Łucja'),
  familyNames: words('Cichorzecki|Trzydębowy|Zielonobramski|Starosadny|Długołęcki'),
}

export const czech: Vocabulary = {
  countries: 'CZ CZ SK'.split(' '),
  timeZones: { CZ: 'Europe/Prague', SK: 'Europe/Bratislava' },
  trades: words('Pekárna|Tiskárna|Knihkupectví|Truhlářství|Sklárna|Dopravní služby|Mlékárna'),
  names: words('Tichá Řeka|Tři Duby|Nízký Měsíc|Zelená Brána|Severní Vítr|Starý Sad|Modrý Břeh|Sedm Pramenů|Dlouhá Louka|Žlutý Kůň'),
  forms: [' s.r.o.', ' a.s.'],
  join: tradeFirst,
  givenNames: words('Bořivoj|Dobromila|Jiřina|Květoslav|Ludmila|Řehoř'),
  familyNames: words('Tichořecký|Třídubá|Zelenobranský|Starosadová|Dlouholoučný'),
}

export const hungarian: Vocabulary = {
  countries: ['HU'],
  timeZones: { HU: 'Europe/Budapest' },
  trades: words('Pékség|Nyomda|Könyvesbolt|Asztalos|Üveghuta|Fuvarozó|Tejüzem'),
  names: words('Csendes Folyó|Három Tölgy|Alacsony Hold|Zöld Kapu|Északi Szél|Öreg Kert|Kék Part|Hét Forrás|Hosszú Rét|Őszi Köd'),
  forms: [' Kft.', ' Zrt.', ' Bt.'],
  join: nameFirst,
  givenNames: words('Árpád|Boglárka|Csenge|Ödön|Szilárd|Zsófia'),
  familyNames: words('Csendesfolyó|Háromtölgyi|Zöldkapus|Öregkerti|Hosszúréti'),
  isFamilyNameFirst: true,
}

export const southSlavic: Vocabulary = {
  countries: 'HR SI RS HR SI ME'.split(' '),
  timeZones: { HR: 'Europe/Zagreb', SI: 'Europe/Ljubljana', RS: 'Europe/Belgrade', ME: 'Europe/Podgorica' },
  trades: words('Pekarna|Tiskara|Knjižara|Stolarija|Staklana|Prijevoz|Mljekara'),
  names: words('Tiha Rijeka|Tri Hrasta|Niski Mjesec|Zelena Vrata|Sjeverni Vjetar|Stari Vrt|Plava Obala|Sedam Izvora|Duga Livada|Šumski Put'),
  forms: [' d.o.o.', ' d.d.'],
  join: tradeFirst,
  givenNames: words('Božidar|Dunja|Jasna|Ljubomir|Nives|Žarko'),
  familyNames: words('Tihorječki|Trihrastić|Zelenović-Vrata|Starovrtni|Dugolivadić'),
}

export const lithuanian: Vocabulary = {
  countries: ['LT'],
  timeZones: { LT: 'Europe/Vilnius' },
  trades: words('Kepykla|Spaustuvė|Knygynas|Dirbtuvės'),
  names: words('Tyli Upė|Trys Ąžuolai|Žalieji Vartai|Senas Sodas|Šiaurys'),
  forms: ['UAB '],
  join: (trade, name, form) => `${form}„${name}“ ${trade.toLowerCase()}`,
  givenNames: words('Eglė|Rytis|Ąžuolas'),
  familyNames: words('Tyliupis|Žaliavartė|Senasodis'),
}

export const latvian: Vocabulary = {
  countries: ['LV'],
  timeZones: { LV: 'Europe/Riga' },
  trades: words('Maiznīca|Tipogrāfija|Grāmatnīca|Darbnīcas'),
  names: words('Klusā Upe|Trīs Ozoli|Zaļie Vārti|Vecais Dārzs|Ziemeļvējš'),
  forms: ['SIA '],
  join: (trade, name, form) => `${form}“${trade} ${name}”`,
  givenNames: words('Īrisa|Jānis-Rihards|Ūna'),
  familyNames: words('Zaļvārte|Klusupe|Vecdārza'),
}

export const finnic: Vocabulary = {
  countries: 'FI FI EE'.split(' '),
  timeZones: { EE: 'Europe/Tallinn', FI: 'Europe/Helsinki' },
  trades: words('Leipomo|Kirjapaino|Veistämö|Kirjakauppa'),
  names: words('Hiljainen Joki|Kolme Tammea|Vihreä Portti|Vanha Puutarha|Sininen Ranta|Pohjatuuli'),
  forms: [' Oy', ' Oyj'],
  formsOf: { EE: [' OÜ', ' AS'] },
  join: nameFirst,
  givenNames: words('Aino|Väinö|Kärt|Jürgen'),
  familyNames: words('Hiljaisjoki|Siniranta|Vanhapuutarha|Kolmtamm'),
}

export const vietnamese: Vocabulary = {
  countries: ['VN'],
  timeZones: { VN: 'Asia/Ho_Chi_Minh' },
  trades: words('Xưởng Mộc|Nhà Sách|Tiệm Bánh|Xưởng In|Vận Tải'),
  names: words('Sông Lặng|Ba Cây Sồi|Cổng Xanh|Vườn Cũ|Gió Bắc|Bảy Suối'),
  forms: ['Công ty TNHH ', 'Công ty CP '],
  join: (trade, name, form) => `${form}${trade} ${name}`,
  givenNames: words('Mai Lan|Gia Huy|Thùy Dương'),
  familyNames: words('Đặng Sông|Vũ Vườn'),
  isFamilyNameFirst: true,
}

export const malay: Vocabulary = {
  countries: 'ID ID MY BN'.split(' '),
  timeZones: { ID: 'Asia/Jakarta', MY: 'Asia/Kuala_Lumpur', BN: 'Asia/Brunei' },
  trades: words('Percetakan|Galangan|Toko Roti|Bengkel|Toko Buku'),
  names: words('Sungai Tenang|Tiga Pohon|Pintu Hijau|Kebun Lama|Angin Utara|Tujuh Mata Air'),
  forms: ['PT '],
  formsOf: { MY: [' Sdn. Bhd.'], BN: [' Sdn. Bhd.'] },
  join: (trade, name, form) => (form.endsWith(' ') ? `${form}${trade} ${name}` : `${trade} ${name}${form}`),
  givenNames: words('Dewi|Wayan|Intan|Bagas'),
  familyNames: words('Sungaitenang|Kebunlama|Pintuhijau'),
}

export const turkish: Vocabulary = {
  countries: 'TR TR CY'.split(' '),
  timeZones: { TR: 'Europe/Istanbul', CY: 'Asia/Nicosia' },
  trades: words('Fırını|Matbaası|Kitabevi|Tersanesi|Nakliyat|Camcılık|Süthanesi|Marangozluk'),
  names: words('Sessiz Irmak|Üç Meşe|Alçak Ay|Yeşil Kapı|Kuzey Rüzgârı|Eski Bahçe|Mavi Kıyı|Yedi Pınar|İnce Yol|Işıklı Dağ'),
  forms: [' A.Ş.', ' Ltd. Şti.'],
  join: nameFirst,
  givenNames: words('Çağla|Doğan|İdil|Orçun|Şebnem|Ümit'),
  familyNames: words('Sessizırmak|Üçmeşe|Yeşilkapı|Eskibahçe|Yedipınar'),
}
