import { scriptCulture } from './culture';

export const GREEK = scriptCulture(
  'GR',
  `Αλέξανδρος alexandros, Ελένη eleni, Γιώργος giorgos, Κατερίνα katerina, Νίκος nikos, Αγγελική angeliki,
   Δημήτρης dimitris, Βασιλική vasiliki, Χρήστος christos, Ευαγγελία evangelia, Θανάσης thanasis,
   Ιωάννα ioanna, Σπύρος spyros, Φωτεινή foteini, Ηλίας ilias, Μαρία maria, Λευτέρης lefteris,
   Ζωή zoi, Άγγελος angelos, Ξένια xenia, Πέτρος petros, Ουρανία ourania, Στέλιος stelios, Ψαλίδα psalida`,
  `Παπαγεωργίου papageorgiou, Οικονόμου oikonomou, Δημητρίου dimitriou, Αθανασίου athanasiou,
   Κωνσταντίνου konstantinou, Γεωργίου georgiou, Ιωάννου ioannou, Νικολάου nikolaou, Βασιλείου vasileiou,
   Χριστοδούλου christodoulou, Αντωνίου antoniou, Ευαγγέλου evangelou, Θεοδώρου theodorou,
   Παναγιώτου panagiotou, Χατζηγεωργίου chatzigeorgiou, Αλεξίου alexiou, Μιχαήλ michail, Στεφάνου stefanou,
   Παπαδημητρίου papadimitriou, Σπύρου spyrou, Ηλία ilia, Φωτίου fotiou, Αναστασίου anastasiou,
   Λαζάρου lazarou, Ζαχαρίου zachariou, Κυριάκου kyriakou, Ξενοφώντος xenofontos, Πέτρου petrou,
   Χαραλάμπους charalampous, Σάββα savva, Θωμά thoma, Μακρή makri`,
);

export const GEORGIAN = scriptCulture(
  'GE',
  `გიორგი giorgi, ნინო nino, ლევან levan, თამარ tamar, დავით davit, ქეთევან ketevan, ირაკლი irakli,
   მარიამ mariam, ზურაბ zurab, ეკატერინე ekaterine, ვახტანგ vakhtang, სოფიო sopio, ლაშა lasha, ანა ana,
   თორნიკე tornike, ხათუნა khatuna, ბექა beka, მზია mzia, ოთარ otar, ლელა lela, შოთა shota, ჟანა zhana,
   რეზო rezo, ნათია natia`,
  `ბერიძე beridze, კაპანაძე kapanadze, გელაშვილი gelashvili, მაისურაძე maisuradze, ლომიძე lomidze,
   წიკლაური tsiklauri, კვარაცხელია kvaratskhelia, ჯაფარიძე japaridze, ხუციშვილი khutsishvili,
   დოლიძე dolidze, ნოზაძე nozadze, ბაქრაძე bakradze, შენგელია shengelia, თოდუა todua, აბაშიძე abashidze,
   ჩხეიძე chkheidze, გოგოლაძე gogoladze, ქავთარაძე kavtaradze, ძიძიგური dzidziguri, ფიფია pipia,
   ღვინიაშვილი ghviniashvili, ყიფიანი kipiani, ცხადაია tskhadaia, ჭავჭავაძე chavchavadze, სულაბერიძე sulaberidze,
   რამიშვილი ramishvili, ელიავა eliava, ვაშაძე vashadze, ზაალიშვილი zaalishvili, ონიანი oniani,
   მჭედლიშვილი mchedlishvili, ლორთქიფანიძე lortkipanidze`,
);

export const ARMENIAN = scriptCulture(
  'AM',
  `Արամ aram, Անահիտ anahit, Տիգրան tigran, Նարե nare, Հայկ hayk, Լիլիթ lilit, Վարդան vardan, Սոնա sona,
   Գևորգ gevorg, Մարիամ mariam, Դավիթ davit, Աստղիկ astghik, Սուրեն suren, Գայանե gayane, Արմեն armen,
   Շուշան shushan, Կարեն karen, Եվա yeva, Ռուբեն ruben, Թամարա tamara, Օվսաննա ovsanna, Ժիրայր zhirayr,
   Նշան nshan, Քրիստինե kristine`,
  `Հարությունյան harutyunyan, Սարգսյան sargsyan, Գրիգորյան grigoryan, Հովհաննիսյան hovhannisyan,
   Պետրոսյան petrosyan, Խաչատրյան khachatryan, Վարդանյան vardanyan, Մկրտչյան mkrtchyan, Գևորգյան gevorgyan,
   Ավետիսյան avetisyan, Ղազարյան ghazaryan, Կարապետյան karapetyan, Մանուկյան manukyan, Ստեփանյան stepanyan,
   Ասատրյան asatryan, Դանիելյան danielyan, Զաքարյան zakaryan, Թորոսյան torosyan, Ներսիսյան nersisyan,
   Շահինյան shahinyan, Չոբանյան chobanyan, Ջանիբեկյան janibekyan, Ռոստոմյան rostomyan, Օհանյան ohanyan,
   Բաղդասարյան baghdasaryan, Եղիազարյան yeghiazaryan, Իսահակյան isahakyan, Ծատուրյան tsaturyan,
   Քոչարյան kocharyan, Ֆարմանյան farmanyan, Մելքոնյան melkonyan, Լևոնյան levonyan`,
);
