## Squads
squad = Дружина
squad-heading = Добровольная дружина «{ $name }»
squads-empty = Дружин пока нет.
squad-members = { $n ->
    [one] { $n } человек
    [few] { $n } человека
   *[many] { $n } человек
 }
lists-of-squad = Все списки дружины
without-leader = Без руководителя

## Proposal
squad-propose = Предложить создание дружины
squad-propose-button = Внести предложение в совет
squad-propose-help = Дружины создаются и их руководители назначаются решениями координационного совета. Предложение поступит секретарю совета.
field-squad-name-kk = Наименование дружины на казахском языке
field-squad-name-ru = Наименование дружины на русском языке
field-area = Территория
field-area-hint = Где дружина будет оказывать содействие: сельский округ, село, участок пограничного пространства
error-squad-name-kk = Укажите наименование на казахском языке, не более 120 символов.
error-squad-name-ru = Укажите наименование на русском языке, не более 120 символов.
error-squad-area = Укажите территорию, не более 120 символов.
error-squad-unit = Выберите структурное подразделение, которое будет руководить дружиной.

## Steps
squad-step-proposed = Предложена
squad-step-created = Создана советом
squad-step-rejected = Отклонена советом
squad-step-sent = Список направлен
squad-step-vetted = Члены проверены
squad-step-led = Руководитель приступил

## Members
members = Члены дружины
members-empty = Кандидаты пока не предложены. Акимат добавляет их из файла.
members-by-state = Члены по статусам
help-leader-term = Руководитель назначается без даты окончания: его полномочия длятся до наступления одного из обстоятельств пункта 15.

## Bodies of a squad
akimat = Акимат
leader = Руководитель
leading-unit = Руководящее структурное подразделение

## Decisions
decision = Решение
decision-kind = Содержание решения
decision-line = № { $number } от { $date }
decision-votes = за: { $for }, против: { $against }, воздержались: { $abstained }
decisions-none = Решений пока нет.
votes = Голоса

## Recording a decision
decision-record = Внести решение совета
decision-appoint-button = Внести решение о назначении руководителя
decision-help = Внесите сведения так, как они указаны в протоколе совета. После внесения решение не изменяется.
decision-save = Внести решение
leader-later = Отдельным решением позднее
field-decision-number = Номер решения
field-decision-date = Дата решения
field-presided-by = Председательствующий
field-votes-for = За
field-votes-against = Против
field-votes-abstained = Воздержались
field-leader = Руководитель дружины
field-leader-hint = Из числа членов этой дружины. Дата окончания не указывается: полномочия действуют до наступления одного из обстоятельств, указанных в пункте 15 Правил.
error-decision-number = Укажите номер решения, не более 40 символов.
error-decision-number-taken = В этом году у совета уже есть решение с таким номером. Проверьте номер.
error-decision-presided-by = Укажите председательствующего, не более 120 символов.
error-decision-votes = Укажите число голосов цифрами.
error-decision-not-carried = Никто не проголосовал «за». Проверьте голоса или внесите решение об отклонении предложения.
error-decision-leader = Выберите назначенного руководителя.
error-leader-must-be-member = Руководитель должен быть членом этой дружины. Выберите одного из ее членов.

## Minutes
minutes = Протокол
minutes-alt = Страница { $n } протокола
minutes-none = Скан-копия протокола не приложена.
field-minutes = Скан-копия протокола
field-minutes-hint = JPEG, PNG, WebP, TIFF или PDF, каждый файл до 10 МБ. Скан-копию видит только секретарь совета.
