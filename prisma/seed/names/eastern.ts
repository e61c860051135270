import { latinCulture } from './culture';

// Surnames of one form for everybody, so that first and last names go together.
export const POLISH = latinCulture(
  'PL',
  `Agnieszka, Łukasz, Małgorzata, Paweł, Elżbieta, Michał, Żaneta, Stanisław, Bożena, Grzegorz,
   Świętosława, Tomasz, Jadwiga, Krzysztof, Zuzanna, Wojciech, Bronisława, Rafał, Danuta, Mirosław,
   Halina, Przemysław, Ewelina, Józef`,
  `Nowak, Wójcik, Woźniak, Mazur, Kaczmarek, Zając, Król, Wróbel, Stępień, Dudek, Pawlak, Sikora,
   Gąsior, Łuczak, Świątek, Brzęczyszczykiewicz, Jóźwiak, Kołodziej, Sobczak, Czajka, Głąb, Kurek,
   Błaszczyk, Maślanka, Szczepaniak, Żak, Ratajczak, Gołąb, Chmiel, Pietrzyk, Wąsik, Ćwik`,
);

export const SWEDISH = latinCulture(
  'SE',
  `Åsa, Björn, Märta, Göran, Linnéa, Håkan, Frej, Torbjörn, Malin, Örjan, Ebba, Gösta, Pär, Annika,
   Sören, Alva, Mårten, Désirée, Jöns, Siv, Östen, Kerstin, Ragnvald, Ylva`,
  `Åkesson, Lindström, Söderberg, Öberg, Bergström, Nyström, Hägglund, Sjögren, Ek, Löfgren, Ström,
   Wallén, Hellström, Björklund, Norén, Åström, Gårdh, Engström, Mårtensson, Dahlén, Höglund, Rydén,
   Lundqvist, Sandström, Ahlgren, Fält, Hörberg, Kjellén, Stjärnström, Thorén, Vång, Åberg`,
);

export const TURKISH = latinCulture(
  'TR',
  `Ayşe, Çağla, Emre, Gülşen, İbrahim, Özgür, Şebnem, Uğur, Yağmur, Işıl, Mehmet, Ümit, Doğan, Çiğdem,
   Kağan, Pınar, Süleyman, Zeynep, Barış, Gökçe, Hüseyin, Tuğba, Oğuz, Nilüfer`,
  `Yılmaz, Çelik, Şahin, Öztürk, Yıldız, Doğan, Kılıç, Aslan, Güneş, Aydın, Koç, Erdoğdu, Çetin, Ateş,
   Işık, Özdemir, Bulut, Karagöz, Türkoğlu, Akgün, Gümüş, Taşkın, Uçar, Ünal, Yavuz, Ekşi, Sarı, Ağaoğlu,
   Başaran, Çınar, Demirtaş, Köse`,
);

export const HUNGARIAN = latinCulture(
  'HU',
  `Ágnes, Gergő, Zsófia, Bálint, Katalin, László, Erzsébet, Ödön, Réka, Győző, Tünde, Márton, Enikő,
   Jenő, Ildikó, Csaba, Hajnalka, Zoltán, Piroska, Ábel, Kincső, Botond, Örs, Emőke`,
  `Kovács, Szűcs, Tóth, Szabó, Hegedűs, Horváth, Fekete, Gyöngyösi, Mészáros, Török, Dömötör, Juhász,
   Ősz, Kőműves, Bíró, Orbán, Csizmadia, Göncz, Lőrincz, Szegő, Ujváry, Zsigmond, Fazekas, Bárány,
   Pálffy, Kelemen, Vadász, Rácz, Sípos, Takács, Veszprémi, Füzesi`,
);

export const ROMANIAN = latinCulture(
  'RO',
  `Ștefan, Ioana, Mădălina, Răzvan, Brândușa, Cătălin, Țintica, Ilinca, Șerban, Anca, Dănuț, Ruxandra,
   Mihnea, Sânziana, Horațiu, Crăița, Luminița, Pătru, Octavian, Zamfira, Marțian, Oana, Viorel, Săndica`,
  `Ionescu, Țurcanu, Dumitrașcu, Bălan, Șerbănescu, Cârstea, Munteanu, Vlădescu, Păun, Lăzărescu,
   Tănase, Rățoi, Grigorescu, Stănculescu, Bădulescu, Ciobanu, Mărginean, Pârvu, Nițu, Crețu, Sârbu,
   Olănescu, Fântâneru, Gânju, Hîncu, Jianu, Zăvoianu, Ursăchescu, Văcaru, Doinaș, Brătianu, Coșbuc`,
);
