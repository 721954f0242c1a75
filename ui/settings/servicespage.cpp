// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/servicespage.h"

#include "ui/text/words.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QTableWidget>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

enum Column { RoleColumn, ExpressionColumn, ColumnCount };

constexpr std::array editableRoles{Role::ActiveConnections, Role::ConnectionsOpened, Role::ClosesByCode,
    Role::MessagesIn, Role::MessagesOut, Role::BytesIn, Role::BytesOut, Role::LatencyP50, Role::LatencyP95,
    Role::LatencyP99, Role::ErrorRate, Role::Errors, Role::Cpu, Role::Memory, Role::MemoryRatio};

//! name="value", with PromQL's four operators, separated by commas.
bool areMatchers(const QString &text)
{
    static const QRegularExpression pattern{
        uR"(^\s*([a-zA-Z_]\w*\s*(=|!=|=~|!~)\s*"([^"\\]|\\.)*"\s*(,\s*|$))*$)"_s};
    return pattern.match(text).hasMatch();
}

} // namespace

ServicesPage::ServicesPage(const SettingsContext &context, RandomSource &random, QWidget *parent)
    : EntriesOf(context.theme,
        {tr("Services"), tr("No service yet. Those that Sockeye finds in Prometheus appear by themselves.")},
        parent)
    , m_context(context)
    , m_random(random)
    , m_name(new QLineEdit{&form()})
    , m_endpoint(new QComboBox{&form()})
    , m_matchers(new QLineEdit{&form()})
    , m_profile(new QComboBox{&form()})
    , m_targets(new QListWidget{&form()})
    , m_overrides(new QTableWidget{static_cast<int>(editableRoles.size()), ColumnCount, &form()})
{
    addRows();
    connectEditors();
}

ServicesPage::~ServicesPage() = default;

void ServicesPage::addRows()
{
    m_name->setObjectName(u"name"_s);
    m_nameRow = form().addRow(tr("&Name"), m_name);
    m_endpoint->setObjectName(u"endpoint"_s);
    form().addRow(tr("&Prometheus"), m_endpoint);
    m_matchers->setObjectName(u"matchers"_s);
    m_matchers->setPlaceholderText(u"job=\"api\""_s);
    m_matchersRow =
        form().addRow(tr("&Matchers"), m_matchers, tr("Which series belong to the service, as in PromQL."));
    m_profile->setObjectName(u"profile"_s);
    m_profile->addItem(tr("None", "no metric profile"), QString());
    for (const MetricProfile &profile : m_context.profiles)
        m_profile->addItem(profile.name, profile.id);
    form().addRow(tr("Pro&file"), m_profile, tr("Tells what the server calls its metrics."));
    m_targets->setObjectName(u"targets"_s);
    m_targets->setFixedHeight(80);
    m_targets->setProperty("card", true);
    form().addRow(tr("Pro&bes"), m_targets, tr("The probe endpoints that see this service from outside."));

    m_overrides->setObjectName(u"overrides"_s);
    m_overrides->setProperty("card", true);
    m_overrides->setHorizontalHeaderLabels({tr("Meaning"), tr("Your expression")});
    m_overrides->verticalHeader()->hide();
    m_overrides->horizontalHeader()->setStretchLastSection(true);
    m_overrides->horizontalHeader()->setHighlightSections(false);
    m_overrides->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_overrides->setColumnWidth(RoleColumn, 190);
    m_overrides->setShowGrid(false);
    m_overrides->setMinimumHeight(180);
    m_overrides->setTabKeyNavigation(false);
    form().addRow(tr("&Queries"), m_overrides,
        tr("Replace what the profile asks. $sel stands for the matchers, $w for the window of rates."));
    form().addStretch();
}

void ServicesPage::connectEditors()
{
    connect(m_name, &QLineEdit::textEdited, this, &ServicesPage::edited);
    connect(m_matchers, &QLineEdit::textEdited, this, &ServicesPage::edited);
    connect(m_endpoint, &QComboBox::activated, this, &ServicesPage::edited);
    connect(m_profile, &QComboBox::activated, this, [this] {
        edited();
        showOverrides();
    });
    connect(m_targets, &QListWidget::itemChanged, this, &ServicesPage::edited);
    connect(m_overrides, &QTableWidget::itemChanged, this, &ServicesPage::overrideEdited);
}

const MetricProfile *ServicesPage::profile(const QString &id) const
{
    const auto found = std::ranges::find(m_context.profiles, id, &MetricProfile::id);
    return found == m_context.profiles.end() ? nullptr : &*found;
}

void ServicesPage::load(const SettingsDraft &draft)
{
    m_known = draft.workspace;
    std::vector<ServiceEntry> entries;
    for (const ServiceConfig &service : draft.workspace.services)
        entries.push_back({.service = service});
    reset(std::move(entries));
}

void ServicesPage::store(SettingsDraft &draft) const
{
    draft.workspace.services.clear();
    for (const ServiceEntry &entry : entries()) {
        ServiceConfig service = entry.service;
        service.name = service.name.trimmed();
        draft.workspace.services.push_back(std::move(service));
    }
}

void ServicesPage::refresh(const SettingsDraft &draft)
{
    m_known = draft.workspace;
    if (current() >= 0)
        showEntry(current());
    updateRows();
}

void ServicesPage::addFound(const ServiceConfig &service)
{
    append({.service = service});
    updateRows();
    if (current() < 0)
        setCurrent(0);
}

EntryRow ServicesPage::row(int index) const
{
    const ServiceConfig &service = at(index).service;
    const EndpointConfig *endpoint = m_known.endpoint(service.endpoint);
    return {service.name.isEmpty() ? tr("New service") : service.name,
        endpoint ? endpoint->name : tr("probes only"), Health::Unknown,
        tr("%n probe(s)", nullptr, static_cast<int>(service.targets.size()))};
}

bool ServicesPage::isEntryValid(int index) const
{
    const ServiceConfig &service = at(index).service;
    return !service.name.trimmed().isEmpty() && areMatchers(service.matchers);
}

void ServicesPage::addEntry()
{
    ServiceConfig service;
    service.id = ServiceId::create(m_random);
    if (!m_known.endpoints.empty())
        service.endpoint = m_known.endpoints.front().id;
    append({.service = std::move(service)});
}

void ServicesPage::duplicateEntry(int index)
{
    ServiceConfig service = at(index).service;
    service.id = ServiceId::create(m_random);
    service.name = nameOfCopy(service.name);
    append({.service = std::move(service)});
}

void ServicesPage::showEntry(int index)
{
    const ServiceConfig &service = at(index).service;
    m_name->setText(service.name);
    m_matchers->setText(service.matchers);
    m_endpoint->clear();
    m_endpoint->addItem(tr("None, probes only"), QString());
    for (const EndpointConfig &endpoint : m_known.endpoints)
        m_endpoint->addItem(endpoint.name, endpoint.id.value);
    m_endpoint->setCurrentIndex(std::max(0, m_endpoint->findData(service.endpoint.value)));
    m_profile->setCurrentIndex(std::max(0, m_profile->findData(service.profileId)));
    showTargets();
    showOverrides();
    showProblems();
}

void ServicesPage::showTargets()
{
    const QSignalBlocker quiet{m_targets};
    const std::vector<TargetId> &assigned = at(current()).service.targets;
    m_targets->clear();
    for (const ProbeTarget &target : m_known.targets) {
        auto *item = new QListWidgetItem{target.name, m_targets};
        item->setData(Qt::UserRole, target.id.value);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        const bool on = std::ranges::find(assigned, target.id) != assigned.end();
        item->setCheckState(on ? Qt::Checked : Qt::Unchecked);
    }
}

void ServicesPage::showOverrides()
{
    const QSignalBlocker quiet{m_overrides};
    const ServiceConfig &service = at(current()).service;
    const MetricProfile *known = profile(service.profileId);
    for (int line = 0; line < m_overrides->rowCount(); ++line) {
        const Role role = editableRoles[static_cast<std::size_t>(line)];
        auto *meaning = new QTableWidgetItem{roleWord(role)};
        meaning->setFlags(Qt::ItemIsEnabled);
        meaning->setToolTip(u"${%1}"_s.arg(roleName(role)));
        m_overrides->setItem(line, RoleColumn, meaning);
        const auto own = service.roleOverrides.find(roleName(role));
        auto *expression = new QTableWidgetItem{own == service.roleOverrides.end() ? QString() : own->second};
        const auto asked = known ? known->expressions.find(role) : decltype(known->expressions.end()){};
        expression->setToolTip(known && asked != known->expressions.end()
                ? tr("The profile asks: %1").arg(asked->second)
                : tr("The profile has nothing for it."));
        m_overrides->setItem(line, ExpressionColumn, expression);
    }
}

void ServicesPage::edited()
{
    if (current() < 0)
        return;
    ServiceConfig &service = at(current()).service;
    service.name = m_name->text();
    service.matchers = m_matchers->text();
    service.endpoint = EndpointId{m_endpoint->currentData().toString()};
    service.profileId = m_profile->currentData().toString();
    service.targets.clear();
    for (int i = 0; i < m_targets->count(); ++i) {
        if (m_targets->item(i)->checkState() == Qt::Checked)
            service.targets.push_back(TargetId{m_targets->item(i)->data(Qt::UserRole).toString()});
    }
    showProblems();
    updateRows();
    Q_EMIT changed();
}

void ServicesPage::overrideEdited(QTableWidgetItem *item)
{
    if (current() < 0 || item->column() != ExpressionColumn)
        return;
    const QString name = roleName(editableRoles[static_cast<std::size_t>(item->row())]);
    auto &overrides = at(current()).service.roleOverrides;
    if (item->text().trimmed().isEmpty())
        overrides.erase(name);
    else
        overrides[name] = item->text().trimmed();
    Q_EMIT changed();
}

void ServicesPage::showProblems()
{
    const ServiceEntry &entry = at(current());
    const bool nameMissing = entry.service.name.trimmed().isEmpty();
    m_nameRow->setProblem(entry.strict && nameMissing ? tr("Enter a name for the service.") : QString());
    m_matchersRow->setProblem(areMatchers(entry.service.matchers)
            ? QString()
            : tr("Matchers look like this: job=\"api\", region=~\"eu-.*\""));
}

void ServicesPage::focusEntryProblem()
{
    at(current()).strict = true;
    showProblems();
    if (m_nameRow->hasProblem())
        m_name->setFocus();
    else
        m_matchers->setFocus();
}

} // namespace sockeye
