## The product
app-name = Жасақ
footer = Правила привлечения граждан к защите Государственной границы Республики Казахстан в пределах пограничного пространства, утверждены постановлением Правительства Республики Казахстан от 27 августа 2013 года № 866, редакция от 26.05.2023 № 405
skip = Перейти к содержанию
language = Язык
number-sign = №
dev-mail = Отправленные письма (разработка)
dev-mail-empty = Писем пока не отправлено.
dev-emails = Образцы писем (разработка)
ui-title = Компоненты
ui-help = Все части страниц во всех их состояниях. Люди и органы здесь вымышлены.

## Menu and place
menu = Главное меню
menu-inbox = Входящие
menu-squads = Дружины
menu-lists = Списки
menu-applications = Заявления
menu-decisions = Решения
menu-book = Книга
menu-trainings = Подготовка
menu-notices = Уведомления
menu-people = Пользователи
menu-bodies = Органы
menu-mails = Письма
crumbs = Путь к странице
pages = Страницы
next = Далее
sign-out = Выйти

## Buttons
save = Сохранить
cancel = Отмена
upload = Загрузить
choose = Выберите
confirm-grave = Это действие нельзя отменить. Продолжить?

## Forms
form-optional = необязательно
form-summary = Пожалуйста, исправьте:
form-repeated = Эта форма уже внесена: повторно ничего не выполнено. Результат на этой странице.
duty-waits = Ваша роль ожидает подтверждения: { $duty }, { $body }. Пока ее не подтвердит другой администратор, руководитель органа или сотрудник с той же ролью (для первого сотрудника органа - оператор системы), дружины, списки и люди не открываются.
form-error-title = Ошибка: { "" }
field-date = Дата
drop-here = Выберите файлы или перетащите их сюда
upload-sending = Файлы загружаются
upload-reading = Файлы загружены, страницы читаются

## Words of tables
name = Ф.И.О.
iin = ИИН
birth-date = Дата рождения
document = Документ
address = Место жительства
phone = Контактный телефон
field-written-in = Язык писем
language-not-given = Не указан (казахский)
people = Лица в списке
state = Статус
about = Общие сведения
created-at = Дата создания

## Filters
filter-all = Все
filter-title = Фильтр
filter-show = Показать
filter-reset = Очистить фильтр
filter-remove = : убрать
filter-state = Статус
filter-squad = Дружина
filter-body = Акимат
filter-trouble = Только
filter-from = С даты
filter-to = По дату
filter-leader = Руководитель
filter-unit = Структурное подразделение
filter-year = Год
filter-kind = Вид
filter-case = К чему относится
filter-from-body = Кем передано
filter-group = Группа
filter-number = Номер

## Figures and steps
figures-count = Число
figures-share = Доля
steps = Этапы
step-done = , пройдено

## History
history = История изменений
history-empty = Записей для показа пока нет.
history-recent = Последние события
journal-number = запись журнала № { $n }
by-system = Автоматически
by-link = Человек по ссылке из письма
by-leader = Руководитель дружины
by-applicant = Заявитель
menu-my-squad = Моя дружина
menu-plans = Выходы на службу
waits-title = Ожидаются действия
finished-title = Выполнено
clause = Правила, п. { $n }
clause-edition = Правила, п. { $n }, редакция от { $edition }
clause-none = Правилами не установлено
edition-not-determined = редакция не определена

## Conditions that are not met
missing-title = Это действие пока недоступно:
missing-automatic = Выполняется автоматически.
missing-duty = Это действие выполняет: { $duty }.
missing-state = Текущий статус: { $state }.
missing-squad-not-created = Совет еще не создал дружину.
missing-entries = Нет лиц, в отношении которых можно выполнить действие.
missing-copies = { $n ->
    [one] { $n } человек без копии удостоверения личности.
    [few] { $n } человека без копии удостоверения личности.
    [many] { $n } человек без копии удостоверения личности.
   *[other] { $n } человека без копии удостоверения личности.
 }
missing-identity-copy = К заявлению не приложена копия удостоверения личности или паспорта (пункт 16).
missing-corrections = Ни одна из возвращенных записей ({ $n }) еще не исправлена. Повторно направляются только исправленные записи.
missing-leader-open = У дружины уже есть действующий или назначенный руководитель.
missing-members = Нет члена дружины, которого можно назначить.
missing-registered = В книге нет зарегистрированных лиц этой дружины.
missing-council-open = У акимата уже есть совет.
missing-own-body = Вы не можете закрыть орган, в котором сами являетесь администратором.

## Faults of many forms
error-date-missing = Укажите дату: день, месяц, год.
error-date-in-future = Эта дата еще не наступила. Проверьте ее.
error-date-long-past = С этого дня прошло больше года. Проверьте дату.
error-file-missing = Выберите файл.
file-again = Выберите файл снова: { $names }
error-file-too-large = Файл больше 10 МБ. Выберите файл меньшего размера.
error-files-too-large = Файлы слишком большие: каждый до 10 МБ, вместе до 40 МБ. Добавьте их по частям.

## Pages in place of the page
problem-sign-in-title = Требуется вход
problem-sign-in-what = Чтобы продолжить, войдите в систему.
problem-not-found-title = Страница не найдена
problem-not-found-what = Адрес неверен, ссылка уже использована или ее срок истек, либо страница Вам недоступна. Проверьте адрес или запросите новую ссылку у администратора.
problem-denied-title = У Вас нет прав на это действие
problem-denied-what = Ваша роль этого не допускает, либо сначала должны быть выполнены другие условия. Ничего не изменено.
problem-stale-title = Данные уже изменены
problem-stale-what = После того как Вы открыли страницу, произошли изменения. Ваши данные не сохранены. Посмотрите текущее состояние.
problem-happened = Что произошло за это время
problem-stale-own-title = Вы это уже сделали
problem-stale-own-what = С тех пор как открыта эта страница, Вы сами внесли изменения в другом окне или этой же формой. На этот раз ничего не сохранено. Посмотрите, как обстоит дело сейчас.
problem-you = Вы
problem-now = Сейчас
problem-typed = Введено Вами (не сохранено)
problem-foreign-form-title = Форма устарела
problem-foreign-form-what = Форма создана в другом сеансе. Вернитесь назад, обновите страницу и отправьте форму еще раз. Ничего не изменено.
problem-bad-request-title = Не удалось прочитать запрос
problem-bad-request-what = Вернитесь назад, обновите страницу и повторите попытку. Ничего не изменено.
problem-away-title = База данных недоступна
problem-away-what = Ничего не изменено. Подождите минуту, вернитесь назад и отправьте форму еще раз.
problem-busy-title = Система сейчас занята
problem-busy-what = Ничего не изменено. Подождите минуту, вернитесь назад и отправьте снова: введенное сохранилось.
problem-too-large-title = Форма слишком велика
problem-too-large-what = Ничего не сохранено. Вернитесь назад и отправьте по частям: каждый файл до 10 МБ, вместе до 40 МБ.
problem-too-often-title = Слишком много неудачных попыток
problem-too-often-what = Из Вашей сети сделано слишком много неудачных попыток с браузеров, с которых раньше не входили в систему. Подождите 10 минут и повторите. С браузера, с которого Вы уже входили, можно войти сразу.
foreign-title = Форма не принята
foreign-unsaid = Этот браузер не сообщает, с какой страницы отправлена форма: он слишком старый. Ничего не выполнено.
foreign-address = Форма отправлена не с адреса этой системы, а с другого. Ничего не выполнено.
foreign-todo = Откройте этот адрес в современном браузере:
problem-unprintable-title = Документ нельзя напечатать
problem-unprintable-what = В имени, названии или адресе есть буква, которой нет в шрифте, или запись слишком длинная. Исправьте запись и откройте документ снова.
problem-unprintable-letter = Буква, которой нет в шрифте: «{ $letter }»
problem-failed-title = Произошла ошибка на нашей стороне
problem-failed-what = Действие не выполнено. Повторите попытку; если ошибка повторится, сообщите администратору.
problem-back = Показать текущее состояние
problem-home = Перейти во входящие
problem-request = Запрос { $id }
