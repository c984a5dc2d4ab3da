## File with candidates
field-file = Файл со списком кандидатов
field-file-hint = .xlsx, .xls, .ods или .csv, до 10 МБ. Столбцы о судимости, учетах и состоянии здоровья не считываются.
import-template = Скачать шаблон таблицы (.xlsx)
import-help = Данные сохраняются только после того, как Вы просмотрите список построчно. Лица, которые присоединятся позднее, вносятся в новый список; новое решение совета для этого не требуется (Правилами этот порядок не установлен).
import-read = Прочитать файл

## The report on a file, before anything of it is saved
import-title = Проверьте прочитанное
import-proposal = новая добровольная дружина «{ $name }»
import-to-squad = К дружине
import-check = Пока ничего не сохранено. Исправьте то, о чем спрашивается, или не берите человека в список: все, кто готов, сохраняются вместе.
import-about-file = О файле
import-see = Проверить снова
import-show = Показанные строки
import-show-all = Все ({ $n })
import-show-open = Требуют уточнения ({ $n })
import-show-ask = Вопросы ({ $n })
import-show-error = Ошибки ({ $n })
import-show-warning = Проверьте ({ $n })
import-show-restored = Восстановленные ({ $n })
import-show-ok = Без замечаний ({ $n })
import-show-left-out = Не взятые ({ $n })
import-show-none = Таких строк нет.
import-row-title = Строка
import-row = строка { $n }
import-leave-out = Не брать
import-state = Состояние
import-left-out = Не взят
import-contacts = Телефон, место жительства
import-findings = Замечания
import-edit = Исправить
import-leader-hint = В файле назван руководителем: назначает только совет (пункт 7)
import-page = Страница { $n } из { $of }
import-page-before = Назад
import-open = { $n ->
    [one] { $n } строка требует уточнения: до сохранения исправьте ее, ответьте или не берите.
    [few] { $n } строки требуют уточнения: до сохранения исправьте их, ответьте или не берите.
   *[other] { $n } строк требуют уточнения: до сохранения исправьте их, ответьте или не берите.
}
import-leave-out-open = Не брать все, что требует уточнения ({ $n })
import-equal = Одинаковые вопросы
import-equal-help = Одна кнопка решает вопрос сразу во всех таких строках. После этого каждую строку можно изменить отдельно.
import-equal-count = { $n ->
    [one] { $n } строка
    [few] { $n } строки
   *[other] { $n } строк
}
import-answer-all = { $answer }: все ({ $n })
import-ask-all = Спросить снова ({ $n })
import-leave-out-all = Не брать все ({ $n })
import-save = { $n ->
    [one] Сохранить { $n } человека
    [few] Сохранить { $n } человека
   *[other] Сохранить { $n } человек
}
import-propose = { $n ->
    [one] Предложить дружину с { $n } человеком
   *[other] Предложить дружину с { $n } людьми
}
import-expires = Прочитанное и сам файл хранятся в зашифрованном виде только для Вас. Они удаляются при сохранении, но не позднее чем через 24 часа.

## People who are known already
known-squad = Уже состоит в этой дружине
known-district = Состоит в другой дружине Вашего района (города)

## Columns
columns-title = Столбцы
columns-known = Со столбцами все ясно: посмотреть или изменить
columns-asked = Не все столбцы распознаны: укажите, что в каждом из них
columns-help = Выберите, что стоит в каждом столбце. Столбцы о судимости, учетах или здоровье не читаются никогда. Строки читаются заново, исправленное Вами остается.
columns-table-on = Лист «{ $sheet }», заголовки в строке { $n }
columns-table = Заголовки в строке { $n }
columns-letter = Столбец
columns-heading = Заголовок
columns-untitled = без заголовка
columns-samples = Что в нем стоит
columns-holds = Читается как
columns-choose = Что стоит в столбце { $letters }
columns-confirm = Столбцы указаны верно

## Faults of the report
error-columns-open = Укажите, что стоит в нераспознанных столбцах, и нажмите «Столбцы указаны верно».
error-rows-open = Эта строка требует уточнения: исправьте ее, ответьте или не берите.
error-candidates-none = Сохранять некого. Верните в список хотя бы одного человека.
error-row-typed = К тому, что Вы написали в этой строке, есть замечание. Посмотрите его и сохраните снова.
error-draft-changed = Отчет изменен в другом окне или на другой странице. Сейчас он таков; последнее отправленное не принято.

## Contents of a column
holds-number = Номер по порядку
holds-full-name = Фамилия, имя, отчество
holds-surname-first = Ф.И.О., сначала фамилия
holds-given-first = Ф.И.О., сначала имя
holds-name-and-more = Ф.И.О. и в той же ячейке дата рождения или ИИН
holds-surname = Фамилия
holds-given-name = Имя
holds-patronymic = Отчество
holds-iin = ИИН
holds-birth-date = Дата рождения
holds-document = Номер удостоверения личности
holds-phone = Телефон
holds-email = Электронная почта
holds-language = Язык писем
holds-address = Место жительства
holds-workplace = Место работы (не хранится)
holds-note = Примечание: ищется только отметка о руководителе
holds-nothing = Не нужно: не читается
holds-not-held = Не читается: такие сведения здесь хранить нельзя

## Findings
level-ok = Без замечаний
level-restored = Восстановлено
level-warning = Проверьте
level-ask = Вопрос
level-error = Ошибка
finding-iin-zeros-restored = Восстановлены начальные нули ИИН
finding-iin-normalised = Из ИИН удалены пробелы или знаки
finding-iin-no-date = Первые шесть цифр ИИН не являются датой, проверьте
finding-iin-birth-date-differs = Первые шесть цифр ИИН не совпадают с датой рождения, проверьте
finding-iin-restored-birth-date-differs = В ИИН не хватает цифр, и дата рождения не подтверждает начальные нули: укажите ИИН
finding-iin-missing = ИИН не указан
finding-iin-length = ИИН должен состоять из 12 цифр
finding-iin-not-digits = ИИН должен состоять только из цифр
finding-iin-digits-lost = Табличная программа округлила ИИН, последние цифры потеряны: укажите его заново
finding-iin-check-digit = Контрольная цифра ИИН неверна
finding-iin-no-such-number = ИИН с такими цифрами не присваивается
finding-iin-entity-number = Это номер организации (БИН), а не физического лица
finding-iin-placeholder = Вместо ИИН проставлены нули
finding-duplicate-iin = Такой же ИИН уже есть в списке
finding-duplicate-person = Такие же Ф.И.О. и дата рождения уже есть в списке: уточните, другое ли это лицо
finding-name-missing = Ф.И.О. не указаны
finding-name-incomplete = Необходимо указать и фамилию, и имя, если в документе не одно имя
finding-name-order = Нельзя точно определить, какое слово является фамилией
finding-name-unclear = Не удалось различить фамилию, имя и отчество
finding-name-initials = Указаны инициалы: напишите полностью
finding-name-mixed-scripts = В Ф.И.О. заменены латинские буквы, похожие на кириллические
finding-name-look-alikes = В Ф.И.О. заменены буквы другого кириллического алфавита, похожие на казахские
finding-name-other-letters = В Ф.И.О. есть буквы, которых нет ни в казахском, ни в русском алфавите: проверьте
finding-name-hyphens = Тире в Ф.И.О. заменены дефисами
finding-name-latin = Ф.И.О. написаны латинскими буквами
finding-name-odd-characters = В Ф.И.О. есть недопустимые символы
finding-birth-date-from-serial = Дата рождения была записана числом дней и прочитана как дата
finding-birth-date-century-restored = Год рождения указан двумя цифрами; век определен по ИИН
finding-birth-date-century-unknown = Год рождения указан двумя цифрами, и ИИН не подтверждает век
finding-birth-date-day-month-unclear = Возможно, день и месяц рождения переставлены местами
finding-birth-date-other-calendar = Дата рождения и ИИН расходятся на четыре года и один день: так бывает с датами из другой программы таблиц
finding-birth-date-year-only = Указан только год рождения
finding-birth-date-unreadable = Не удалось прочитать дату рождения
finding-document-zero-restored = Восстановлен начальный ноль номера удостоверения личности
finding-document-extracted = Номер удостоверения личности выделен из более длинного текста
finding-document-passport = Похоже на номер паспорта: в пункте 19 Правил указано удостоверение личности
finding-document-unreadable = Номер удостоверения личности должен состоять из 9 цифр
finding-document-repeated = У другого лица в списке такой же номер документа
finding-phone-several = Указано несколько телефонов, сохранен первый
finding-phone-unreadable = Это не телефонный номер Казахстана, он пропущен
finding-email-unreadable = Это не адрес электронной почты, он пропущен
finding-language-unreadable = Это не один из трех языков, он пропущен
finding-control-characters = Текст содержит невидимые управляющие символы и не прочитан
finding-invisible-removed = Из текста убраны невидимые символы
finding-text-too-long = Слишком длинный текст, пропущен
finding-cell-error = В этой ячейке таблицы ошибка
finding-formula-unanswered = В ячейке стоит формула без результата
finding-letters-broken = Некоторые буквы в файле повреждены
finding-row-struck-out = Строка зачеркнута: уточните, входит ли это лицо в список
finding-row-hidden = Строка в файле скрыта: уточните, входит ли это лицо в список
finding-quote-unclosed = В строке не закрыта кавычка. Строка прочитана по ячейкам
finding-quote-unclear = По кавычкам в файле не видно, где кончаются ячейки или строки
finding-row-unclear = В строке есть данные, но сведения о лице прочитать не удалось
finding-column-not-held = Столбец не прочитан: такие сведения здесь хранить нельзя
finding-column-unknown = Неизвестный столбец, не прочитан
finding-column-repeated = Столбец встречается в таблице дважды, прочитан только первый
finding-column-missing = В таблице нет такого столбца
finding-sheet-hidden = Скрытый лист не прочитан
finding-sheet-without-table = На листе не найдена таблица со списком лиц
finding-pictures-not-taken = Рисунки из файла не взяты
finding-total-differs = Итог под таблицей не совпадает с числом прочитанных лиц (без повторов)
finding-leaders-several = Руководителем дружины указаны несколько лиц; у дружины один руководитель (пункт 7 Правил)

## Remedies and answers
remedy-name = Напишите фамилию, имя и отчество как в удостоверении личности или ответьте ниже.
remedy-iin = Напишите 12 цифр из удостоверения личности или не берите человека.
remedy-birth-date = Напишите день, месяц и год, возьмите дату по ИИН, если она предложена ниже, или очистите ячейку.
remedy-document-number = Напишите девять цифр или очистите ячейку.
remedy-cell = Напишите нужное или очистите ячейку.
remedy-another = Отметьте, что это другой человек, или не берите одного из двух.
remedy-belongs = Отметьте, что человек входит в список, или не берите строку.
remedy-compare = Сравните эту строку и следующие за ней с вашим файлом. Исправьте отличия или отметьте, что строка верна.
remedy-person = Напишите данные человека из этой строки или не берите ее.
remedy-equal = Исправьте ИИН в одной из двух строк или не берите одну из них.
remedy-columns = Укажите выше, в разделе «Столбцы», что в нем стоит.
remedy-not-held = Делать ничего не нужно. В следующий раз отправьте список без этого столбца.
remedy-sheet = Если там есть люди, откройте лист или напишите над ними заголовки и отправьте файл снова.
remedy-pictures = Приложите копии удостоверений на странице списка.
remedy-total = Сверьте со своим списком, не пропущен ли кто-нибудь.
remedy-leaders = Делать ничего не нужно: одного руководителя назначает совет.
answer-duplicate-person = Это другой человек
answer-row-struck-out = Входит в список
answer-name-incomplete = В документе только одно имя
answer-row-hidden = Входит в список
answer-quote-unclear = Строка указана верно
answer-name-order = Имя указано верно
answer-name-unclear = Имя указано верно
answer-name-odd-characters = Имя указано верно
answer-cell-error = Оставить ячейку пустой
answer-control-characters = Оставить ячейку пустой
answer-birth-date-day-month-unclear = Взять дату по ИИН
answer-birth-date-other-calendar = Взять дату по ИИН
answer-birth-date-year-only = Взять дату по ИИН
answer-birth-date-century-unknown = Взять дату по ИИН
answer-birth-date-unreadable = Взять дату по ИИН
answer-iin-birth-date-differs = Взять дату по ИИН

## Refused files
error-refusal-empty-file = Файл пуст. Выберите другой файл.
error-refusal-too-large = После распаковки файл больше 50 МБ. Удалите пустые строки и рисунки и загрузите только список членов дружины.
error-refusal-suspicious-archive = Файл упакован не так, как это делают табличные программы; сохраните его заново в формате .xlsx.
error-refusal-too-many-rows = В файле более 50 тысяч строк; разделите список.
error-refusal-letters-unknown = Буквы файла не распознаны. Сохраните список как CSV UTF-8 или в формате .xlsx.
error-refusal-formulas-unanswered = В ячейках списка стоят формулы без результатов. Откройте файл в Excel, сохраните его и отправьте снова.
error-refusal-not-a-spreadsheet = Это не таблица; загрузите список в формате .xlsx, .xls, .ods или .csv.
error-refusal-web-page = Это веб-страница без таблицы. Откройте ее в Excel и сохраните в формате .xlsx.
error-refusal-old-excel = Это файл очень старой версии Excel. Откройте его и сохраните в формате .xlsx.
error-refusal-other-spreadsheet = Таблицу такого вида прочитать нельзя; откройте ее и сохраните в формате .xlsx.
error-refusal-encrypted = Файл защищен паролем; сохраните его без пароля.
error-refusal-workbook-protected = Книга защищена. В Excel выберите «Рецензирование», «Защитить книгу», снимите защиту и сохраните файл.
error-refusal-damaged = Файл поврежден, прочитать его нельзя; сохраните его заново в формате .xlsx.
error-refusal-no-header = Не найдена строка с названиями столбцов; напишите названия (Ф.И.О., ИИН, дата рождения …) над списком лиц.
error-refusal-no-table = Не найдена таблица со списком лиц; воспользуйтесь шаблоном: одно лицо в строке.
error-refusal-cards = Каждое лицо записано на отдельной карточке; оформите список в виде таблицы: одно лицо в строке (см. шаблон).
error-refusal-no-people = В таблице есть названия столбцов, но нет лиц; внесите лиц под названиями столбцов.
