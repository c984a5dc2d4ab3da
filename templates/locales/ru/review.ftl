## The report on a file, before anything of it is saved
import-title = Проверьте прочитанное
import-proposal = новая добровольная дружина «{ $name }»
import-to-squad = К дружине
import-check = Пока ничего не сохранено. Исправьте то, о чем спрашивается, или не берите человека в список: все, кто готов, сохраняются вместе.
import-about-file = О файле
import-see = Проверить снова
import-show = Показанные строки
import-show-all = Все ({ $n })
import-show-open = Нерешенные ({ $n })
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
    [one] { $n } строка еще не решена: до сохранения исправьте ее, ответьте или не берите.
    [few] { $n } строки еще не решены: до сохранения исправьте их, ответьте или не берите.
   *[other] { $n } строк еще не решено: до сохранения исправьте их, ответьте или не берите.
}
import-leave-out-open = Не брать все нерешенные ({ $n })
import-save = { $n ->
    [one] Сохранить { $n } человека
   *[other] Сохранить { $n } человек
}
import-propose = { $n ->
    [one] Предложить дружину с { $n } человеком
   *[other] Предложить дружину с { $n } людьми
}
import-expires = Прочитанное и сам файл хранятся под печатью только для вас. При сохранении, а не позже чем через 24 часа, удаляется и то, и другое.
known-squad = Уже состоит в этой дружине
known-district = Состоит в другой дружине вашего района

columns-title = Столбцы
columns-known = Все столбцы распознаны: посмотреть или изменить
columns-asked = Не все столбцы распознаны: укажите, что в каждом из них
columns-help = Выберите, что стоит в каждом столбце. Столбцы о судимости, учетах или здоровье не читаются никогда. Строки читаются заново, исправленное вами остается.
columns-table-on = Лист «{ $sheet }», заголовки в строке { $n }
columns-table = Заголовки в строке { $n }
columns-letter = Столбец
columns-heading = Заголовок
columns-untitled = без заголовка
columns-samples = Что в нем стоит
columns-holds = Читается как
columns-choose = Что стоит в столбце { $letters }
columns-confirm = Столбцы указаны верно

holds-number = Номер по порядку
holds-full-name = Полное имя
holds-surname-first = Полное имя, сначала фамилия
holds-given-first = Полное имя, сначала имя
holds-name-and-more = Имя и в той же ячейке дата рождения или ИИН
holds-surname = Фамилия
holds-given-name = Имя
holds-patronymic = Отчество
holds-iin = ИИН
holds-birth-date = Дата рождения
holds-document = Номер удостоверения личности
holds-phone = Телефон
holds-address = Место жительства
holds-workplace = Место работы (не хранится)
holds-note = Примечание: ищется только отметка о руководителе
holds-nothing = Не нужно: не читается
holds-not-held = Не читается: такие сведения здесь хранить нельзя

remedy-name = Напишите фамилию, имя и отчество как в удостоверении личности.
remedy-iin = Напишите 12 цифр из удостоверения личности или не берите человека.
remedy-birth-date = Напишите день, месяц и год или очистите ячейку.
remedy-document-number = Напишите девять цифр или очистите ячейку.
remedy-cell = Напишите нужное или очистите ячейку.
remedy-another = Отметьте, что это другой человек, или не берите одного из двух.
remedy-belongs = Отметьте, что человек входит в список, или не берите строку.
remedy-person = Напишите данные человека из этой строки или не берите ее.
remedy-equal = Исправьте ИИН в одной из двух строк или не берите одну из них.
answer-duplicate-person = Это другой человек
answer-row-struck-out = Входит в список

error-columns-open = Укажите, что стоит в нераспознанных столбцах, и нажмите «Столбцы указаны верно».
error-rows-open = Эта строка еще не решена: исправьте ее, ответьте или не берите.
error-candidates-none = Сохранять некого. Верните в список хотя бы одного человека.

## A list as a spreadsheet
export-sent = Как отправлено (.xlsx)
export-answered = Как есть сейчас (.xlsx)
export-to-mend = Что исправить
