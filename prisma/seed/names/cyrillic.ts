import { scriptCulture } from './culture';

export const UKRAINIAN = scriptCulture(
  'UA',
  `Олена olena, Андрій andrii, Наталія nataliia, Тарас taras, Ірина iryna, Юрій yurii, Соломія solomiia,
   Богдан bohdan, Леся lesia, Назар nazar, Мар'яна mariana, Ігор ihor, Ганна hanna, Остап ostap,
   Ївга yivha, Дмитро dmytro, Єва yeva, Гліб hlib, Ярослава yaroslava, Степан stepan, Зоряна zoriana,
   Сергій serhii, Катерина kateryna, Лук'ян lukian`,
  `Шевченко shevchenko, Бондаренко bondarenko, Коваленко kovalenko, Ткачук tkachuk, Мельник melnyk,
   Кравчук kravchuk, Поліщук polishchuk, Лисенко lysenko, Гончар honchar, Їжак yizhak, Щербак shcherbak,
   Мороз moroz, Савчук savchuk, Дем'яненко demianenko, Гриценко hrytsenko, Власюк vlasiuk,
   Іванчук ivanchuk, Панасюк panasiuk, Яременко yaremenko, Зінченко zinchenko, Чорновіл chornovil,
   Кушнір kushnir, Білик bilyk, Олійник oliinyk, Забіла zabila, Хоменко khomenko, Галаган halahan,
   Прокопенко prokopenko, Юрченко yurchenko, Євтушенко yevtushenko, Стець stets, Нечуй nechui`,
);

export const SERBIAN = scriptCulture(
  'RS',
  `Јелена jelena, Милош milos, Љиљана ljiljana, Ђорђе djordje, Снежана snezana, Вук vuk, Тијана tijana,
   Небојша nebojsa, Драгана dragana, Његош njegos, Јована jovana, Душан dusan, Весна vesna,
   Лазар lazar, Живко zivko, Ивана ivana, Раде rade, Марија marija, Страхиња strahinja, Ана ana,
   Угљеша ugljesa, Милица milica, Бранко branko, Софија sofija`,
  `Јовановић jovanovic, Петровић petrovic, Ђокић djokic, Љубичић ljubicic, Њагуљ njagulj, Жикић zikic,
   Марковић markovic, Шарић saric, Ћосић cosic, Перишић perisic, Живковић zivkovic, Николић nikolic,
   Стојановић stojanovic, Вуковић vukovic, Пешић pesic, Лукић lukic, Радуловић radulovic,
   Станковић stankovic, Ђурић djuric, Гавриловић gavrilovic, Милутиновић milutinovic, Обрадовић obradovic,
   Цветковић cvetkovic, Бошковић boskovic, Чолић colic, Шкорић skoric, Јанковић jankovic,
   Бабић babic, Крстић krstic, Мишић misic, Тодоровић todorovic, Павловић pavlovic`,
);
