import { scriptCulture } from './culture';

export const EGYPTIAN = scriptCulture(
  'EG',
  `محمد mohamed, فاطمة fatma, أحمد ahmed, مريم mariam, عمر omar, ياسمين yasmin, يوسف youssef, نور nour,
   إبراهيم ibrahim, هبة heba, خالد khaled, سلمى salma, طارق tarek, آية aya, حسين hussein, رانيا rania,
   مصطفى mostafa, دينا dina, شريف sherif, ليلى laila, عبد الرحمن abdelrahman, غادة ghada, زياد ziad, ضحى doha`,
  `السيد elsayed, حسن hassan, عبد الله abdallah, منصور mansour, الشريف elsherif, سليمان soliman, فؤاد fouad,
   رمضان ramadan, البنا elbanna, شعبان shaaban, عثمان osman, الجوهري elgohary, زكي zaki, حجازي hegazy,
   قنديل kandil, مرسي morsy, نصر nasr, صالح saleh, طنطاوي tantawy, غنيم ghoneim, بدوي badawy, المصري elmasry,
   خليل khalil, درويش darwish, راغب ragheb, جابر gaber, هلال helal, يونس younes, عفيفي afifi, النجار elnaggar,
   الديب eldeeb, شاهين shahin`,
);

export const ISRAELI = scriptCulture(
  'IL',
  `נועם noam, תמר tamar, איתי itai, שירה shira, דוד david, מיכל michal, יובל yuval, רות ruth, אורי uri,
   יעל yael, אלון alon, נועה noa, עומר omer, הדס hadas, גיא guy, ליאור lior, צופיה tsofia, חן chen,
   משה moshe, טליה talia, זאב zeev, אסתר esther, בועז boaz, קרן keren`,
  `כהן cohen, לוי levi, מזרחי mizrahi, פרץ peretz, ביטון biton, אברהם avraham, פרידמן friedman, שפירא shapira,
   אזולאי azulay, דהן dahan, גולדברג goldberg, בן דוד bendavid, צור tzur, רוזנברג rosenberg, חדד hadad,
   קליין klein, עמר amar, גבאי gabay, יוסף yosef, סגל segal, ברק barak, נחום nachum, אשכנזי ashkenazi, טל tal,
   וקנין vaknin, הראל harel, זילבר zilber, מלכה malka, קפלן kaplan, שגב segev, אילוז iluz, גרינבאום grinbaum`,
);
