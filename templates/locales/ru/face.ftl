## The face of every page
crumbs = Путь к странице
pages = Страницы
step-done = , пройдено
search-place = Дружина, список или человек
drop-here = Выберите файлы или перетащите их сюда
upload-sending = Файлы загружаются
upload-reading = Файлы загружены, страницы читаются
confirm-grave = Это действие нельзя отменить. Продолжить?
figures-count = Число
figures-share = Доля
ui-title = Компоненты
ui-help = Все части страниц во всех их состояниях. Люди и органы здесь вымышлены.

## Inbox
inbox-tabs = Поручения
inbox-tab-mine = У меня на исполнении
inbox-tab-others = У других
inbox-tab-done = Исполненные

## Squad
squad-members = { $n ->
    [one] { $n } человек
    [few] { $n } человека
   *[many] { $n } человек
 }
squad-step-proposed = Предложена
squad-step-created = Создана советом
squad-step-rejected = Отклонена советом
squad-step-sent = Список направлен
squad-step-vetted = Члены проверены
squad-step-led = Руководитель приступил
members-by-state = Члены по статусам
history-recent = Последние события
help-leader-term = Руководитель назначается без даты окончания: его полномочия длятся до наступления одного из обстоятельств пункта 15.

## Lists and vetting
copy-short = Копия
copies-progress = Копии есть у { $n } из { $of }
outcomes-rest = Остальных зарегистрировать
outcomes-unanswered = { $n ->
    [one] По { $n } человеку отмечены ответы не всех учетов.
    [few] По { $n } людям отмечены ответы не всех учетов.
   *[many] По { $n } людям отмечены ответы не всех учетов.
 } Проверьте перед направлением.
outcomes-leader = назначен советом руководителем, назначение утратит силу
help-outcomes = Сначала отметьте тех, кто подлежит исключению, затем зарегистрируйте остальных вместе. Причина нигде не спрашивается.
help-no-reason = Причина акимату никогда не сообщается: Правила предусматривают лишь сообщение о том, кого исключить.
help-no-term = Законного срока проверки списка дружины нет. Система показывает только внутренний срок подразделения.
help-days = Законного срока проверки нет: дни считаются от получения списка до направления результата.
register-has-been-asked = запрошено
register-has-answered = ответ есть
register-not-asked = запрос не отмечен
return-hint = Если в записи ошибка, ее можно вернуть на доработку. Это не результат проверки.
remove-confirm = Отмеченные лица будут исключены из дружины. Продолжить?
withdraw-confirm = Кандидат выбудет из списка. Продолжить?
copy-remove-confirm = Эта страница копии будет удалена. Продолжить?

## Dashboard
statistics-help = Числа по органам, которые Вам видны. Здесь нет ничьих имен.
statistics-median = Дней до результата, медиана
statistics-failed-mails = Недоставленные письма
statistics-failed-mails-what = Эти письма не принял почтовый сервер получателя. Проверьте адрес и сообщите органу иным способом.
statistics-squads = Дружины по статусам
statistics-members = Члены по статусам
statistics-days = Дней до результата за последние 12 месяцев
statistics-days-head = После получения списка
statistics-days-span = { $from }–{ $to } дней
statistics-days-over = Более { $n } дней
statistics-days-empty = За последние 12 месяцев результаты не направлялись. После первого результата здесь появятся дни.

## Account
account-theme = Оформление
theme-system = Как на устройстве
theme-light = Светлое
theme-dark = Темное
session-end-others-confirm = На всех остальных устройствах придется войти снова. Продолжить?
