import { nameFirst, tradeFirst, type Vocabulary, words } from './vocabulary.ts'

export const greek: Vocabulary = {
  countries: 'GR GR CY'.split(' '),
  timeZones: { GR: 'Europe/Athens', CY: 'Asia/Nicosia' },
  trades: words('Αρτοποιείο=artopoieio|Τυπογραφείο=typografeio|Βιβλιοπωλείο=vivliopoleio|Ναυπηγείο=nafpigeio|Μεταφορές=metafores|Ξυλουργείο=xylourgeio'),
  names: words('Ήσυχο Ποτάμι=isycho-potami|Τρεις Βελανιδιές=treis-velanidies|Πράσινη Πύλη=prasini-pyli|Βορινός Άνεμος=vorinos-anemos|Παλιός Κήπος=palios-kipos|Γαλάζια Ακτή=galazia-akti'),
  forms: [' Α.Ε.', ' Ε.Π.Ε.', ' Ι.Κ.Ε.'],
  join: tradeFirst,
  givenNames: words('Αλέξανδρα=alexandra|Βασίλης=vasilis|Δάφνη=dafni|Ηλίας=ilias'),
  familyNames: words('Ησυχοπόταμος=isychopotamos|Πρασινοπύλης=prasinopylis|Γαλαζάκτης=galazaktis'),
}

export const cyrillic: Vocabulary = {
  countries: 'RU RU UA UA BG KZ RS BY KG'.split(' '),
  timeZones: {
    RU: 'Europe/Moscow', UA: 'Europe/Kyiv', BG: 'Europe/Sofia', KZ: 'Asia/Almaty', RS: 'Europe/Belgrade', BY: 'Europe/Minsk', KG: 'Asia/Bishkek',
  },
  trades: words('Пекарня=pekarnya|Типография=tipografiya|Мастерские=masterskie|Верфь=verf|Перевозки=perevozki|Стекольный двор=stekolny-dvor|Пасека=paseka'),
  names: words('Тихая река=tikhaya-reka|Три дуба=tri-duba|Низкая луна=nizkaya-luna|Зелёные ворота=zelenye-vorota|Северный ветер=severny-veter|Старый сад=stary-sad|Синий берег=siniy-bereg|Семь ключей=sem-klyuchey'),
  forms: [''],
  formsOf: { RU: [', ООО', ', АО'], UA: [', ТОВ'], BG: [' ООД'], KZ: [', ТОО'], BY: [', ОДО'] },
  join: (trade, name, form) => `${trade} «${name}»${form}`,
  givenNames: words('Агния=agniya|Богдан=bogdan|Вера=vera|Дарина=darina|Ефим=efim'),
  familyNames: words('Тихореков=tikhorekov|Зеленоворот=zelenovorot|Северинцев=severintsev|Старосадов=starosadov'),
}

export const arabic: Vocabulary = {
  countries: 'AE SA QA KW BH OM JO MA EG LB TN DZ IQ'.split(' '),
  timeZones: {
    AE: 'Asia/Dubai', SA: 'Asia/Riyadh', QA: 'Asia/Qatar', KW: 'Asia/Kuwait', BH: 'Asia/Bahrain', OM: 'Asia/Muscat', JO: 'Asia/Amman', MA: 'Africa/Casablanca',
    EG: 'Africa/Cairo', LB: 'Asia/Beirut', TN: 'Africa/Tunis', DZ: 'Africa/Algiers', IQ: 'Asia/Baghdad',
  },
  trades: words('مخبز=makhbaz|مطبعة=matbaa|مكتبة=maktaba|ورش=warsh|نقليات=naqliyat|زجاج=zujaj|مشاتل=mashatil'),
  names: words('النهر الهادئ=alnahr-alhadi|البوابة الخضراء=albawaba-alkhadra|القمر القريب=alqamar-alqarib|ريح الشمال=rih-alshamal|البستان القديم=albustan-alqadim|الينابيع السبعة=alyanabi-alsaba|الشاطئ الأزرق=alshati-alazraq'),
  forms: [' ذ.م.م', ' ش.م.م', ''],
  join: tradeFirst,
  givenNames: words('ليان=layan|نادر=nadir|سلمى=salma|يامن=yamen'),
  familyNames: words('النهري=alnahri|البستاني القديم=albustani-alqadim|الشمالي=alshamali'),
}

export const hebrew: Vocabulary = {
  countries: ['IL'],
  timeZones: { IL: 'Asia/Jerusalem' },
  trades: words('מאפיית=maafiyat|דפוס=dfus|נגריית=nagariyat|הובלות=hovalot'),
  names: words('הנחל השקט=hanahal-hashaket|שלושת האלונים=shloshet-haalonim|השער הירוק=hashaar-hayarok|הרוח הצפונית=haruach-hatzfonit'),
  forms: [' בע״מ'],
  join: tradeFirst,
  givenNames: words('אלמה=alma|נועם=noam|שקד=shaked'),
  familyNames: words('נחלשקט=nahalshaket|שערירוק=shaaryarok'),
}

export const japanese: Vocabulary = {
  countries: ['JP'],
  timeZones: { JP: 'Asia/Tokyo' },
  trades: words('製菓=seika|印刷=insatsu|書房=shobo|造船=zosen|運輸=unyu|硝子=garasu|木工=mokko|測量=sokuryo'),
  names: words('静川=shizukawa|三樫=mikashi|低月=teigetsu|緑門=ryokumon|北風=kitakaze|古園=furuzono|青浜=aohama|七泉=nanaizumi|雪峰堂=seppodo|長原野=naganohara'),
  forms: ['株式会社', '合同会社', '有限会社'],
  join: (trade, name, form) => `${form}${name}${trade}`,
  givenNames: words('葵依=aoi|朔也=sakuya|千紗子=chisako|理玖斗=rikuto'),
  familyNames: words('静川原=shizukawara|緑門寺=ryokumonji|青浜田=aohamada'),
  isFamilyNameFirst: true,
}

export const korean: Vocabulary = {
  countries: ['KR'],
  timeZones: { KR: 'Asia/Seoul' },
  trades: words('제과=jegwa|인쇄=inswae|서점=seojeom|조선=joseon|운송=unsong|유리=yuri|목공=mokgong'),
  names: words('고요한강=goyohangang|세참나무=sechamnamu|낮은달=najeundal|푸른문=pureunmun|북쪽바람=bukjjokbaram|옛정원=yetjeongwon|일곱샘=ilgopsaem'),
  forms: ['주식회사 ', '유한회사 '],
  join: (trade, name, form) => `${form}${name}${trade}`,
  givenNames: words('가온=gaon|다솜=dasom|마루=maru|새봄=saebom'),
  familyNames: words('고=go|남궁=namgung|옥=ok'),
  isFamilyNameFirst: true,
}

export const traditionalChinese: Vocabulary = {
  countries: 'TW TW HK MO'.split(' '),
  timeZones: { TW: 'Asia/Taipei', HK: 'Asia/Hong_Kong', MO: 'Asia/Macau' },
  trades: words('烘焙=hongbei|印刷=yinshua|書店=shudian|造船=zaochuan|運輸=yunshu|玻璃=boli|木業=muye'),
  names: words('靜河=jinghe|三橡=sanxiang|低月=diyue|綠門=lumen|北風=beifeng|老園=laoyuan|藍岸=lanan|七泉=qiquan'),
  forms: ['股份有限公司', '有限公司'],
  join: (trade, name, form) => `${name}${trade}${form}`,
  givenNames: words('曉嵐=xiaolan|宥廷=youting|思樺=sihua'),
  familyNames: words('靜=jing|綠=lu|藍=lan'),
  isFamilyNameFirst: true,
}

export const simplifiedChinese: Vocabulary = {
  countries: ['CN'],
  timeZones: { CN: 'Asia/Shanghai' },
  trades: words('烘焙=hongbei|印刷=yinshua|书店=shudian|造船=zaochuan|运输=yunshu|玻璃=boli|木业=muye|测绘=cehui'),
  names: words('静河=jinghe|三橡=sanxiang|低月=diyue|绿门=lvmen|北风谷=beifenggu|老园=laoyuan|蓝岸=lanan|七泉=qiquan|雪峰岭=xuefengling|长草原=changcaoyuan'),
  forms: ['有限公司', '股份有限公司'],
  join: (trade, name, form) => `${name}${trade}${form}`,
  givenNames: words('晓岚=xiaolan|宥廷=youting|思桦=sihua|亦辰=yichen'),
  familyNames: words('静=jing|绿=lv|蓝=lan|雪=xue'),
  isFamilyNameFirst: true,
}

export const indic: Vocabulary = {
  countries: 'IN IN NP BD LK'.split(' '),
  timeZones: { IN: 'Asia/Kolkata', NP: 'Asia/Kathmandu', BD: 'Asia/Dhaka', LK: 'Asia/Colombo' },
  trades: words('बेकरी=bakery|मुद्रण=mudran|पुस्तक भवन=pustak-bhavan|परिवहन=parivahan|काँच उद्योग=kanch-udyog'),
  names: words('शांत नदी=shant-nadi|तीन बरगद=tin-bargad|हरा द्वार=hara-dwar|उत्तर पवन=uttar-pawan|पुराना बाग=purana-bag|सात झरने=sat-jharne'),
  forms: [' प्रा. लि.', ' लिमिटेड'],
  join: nameFirst,
  givenNames: words('आरोही=aarohi|ईशान=ishan|तन्वी=tanvi'),
  familyNames: words('शांतनदी=shantnadi|हरद्वारी=hardwari'),
}

export const thai: Vocabulary = {
  countries: ['TH'],
  timeZones: { TH: 'Asia/Bangkok' },
  trades: words('เบเกอรี่=bakery|โรงพิมพ์=rongphim|ร้านหนังสือ=ran-nangsue|ขนส่ง=khonsong'),
  names: words('แม่น้ำสงบ=maenam-sangop|ประตูเขียว=pratu-khiao|สวนเก่า=suan-kao|ลมเหนือ=lom-nuea|เจ็ดธารา=chet-thara'),
  forms: [' จำกัด'],
  join: (trade, name, form) => `บริษัท ${trade}${name}${form}`,
  givenNames: words('ใบข้าว=baikhao|ธารา=thara|ปลายฟ้า=plaifa'),
  familyNames: words('แม่น้ำสงบสุข=maenamsangop|สวนเก่าแก่=suankao'),
}

export const georgian: Vocabulary = {
  countries: ['GE'],
  timeZones: { GE: 'Asia/Tbilisi' },
  trades: words('თონე=tone|სტამბა=stamba|სახელოსნო=sakhelosno'),
  names: words('მშვიდი მდინარე=mshvidi-mdinare|სამი მუხა=sami-mukha|მწვანე ჭიშკარი=mtsvane-chishkari|ძველი ბაღი=dzveli-baghi'),
  forms: [' შპს'],
  join: (trade, name, form) => `${form.trim()} ${trade} ${name}`,
  givenNames: words('ნინო-მარი=nino-mari|ლევან=levan'),
  familyNames: words('მუხაძე-მშვიდი=mukhadze|ბაღელი=bagheli'),
}

export const armenian: Vocabulary = {
  countries: ['AM'],
  timeZones: { AM: 'Asia/Yerevan' },
  trades: words('Հացատուն=hatsatun|Տպարան=tparan|Գրատուն=gratun'),
  names: words('Հանդարտ գետ=handart-get|Կանաչ դարպաս=kanach-darpas|Երեք կաղնի=yerek-kaghni|Հին այգի=hin-aygi'),
  forms: [' ՍՊԸ'],
  join: (trade, name, form) => `«${name}» ${trade}${form}`,
  givenNames: words('Արևիկ=arevik|Նարեկ=narek'),
  familyNames: words('Կանաչյան=kanachyan|Հինայգյան=hinaygyan'),
}
