// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/settingsdialog.h"

#include "core/http/authorization.h"

#include "ui/settings/appearancepage.h"
#include "ui/settings/endpointspage.h"
#include "ui/settings/formcolumn.h"
#include "ui/settings/notificationspage.h"
#include "ui/settings/servicespage.h"
#include "ui/settings/targetspage.h"
#include "ui/settings/thresholdspage.h"
#include "ui/settings/wheelguard.h"
#include "ui/text/errors.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr int sideWidth = 176;

//! Every text that the user can read on a page, for the search.
QString textOf(const QWidget *page)
{
    QStringList texts;
    for (const QLabel *label : page->findChildren<QLabel *>())
        texts.append(label->text());
    for (const QAbstractButton *button : page->findChildren<QAbstractButton *>())
        texts.append(button->text());
    return texts.join(u'\n').remove(u'&');
}

//! The entries of the workspace by the names under which the keychain has their secrets.
QMap<QString, QString> keychainNames(const Workspace &workspace)
{
    QMap<QString, QString> names;
    const auto add = [&names](const QString &entry, const std::vector<SecretRef> &refs) {
        for (const SecretRef &ref : refs) {
            if (ref.kind == SecretRef::Kind::Keychain)
                names.insert(ref.key, entry);
        }
    };
    for (const EndpointConfig &endpoint : workspace.endpoints)
        add(endpoint.name, secretsOf(endpoint.http));
    for (const ProbeTarget &target : workspace.targets)
        add(target.name, secretsOf(target.module));
    return names;
}

} // namespace

void dropDanglingReferences(Workspace &workspace)
{
    for (ServiceConfig &service : workspace.services) {
        if (!workspace.endpoint(service.endpoint))
            service.endpoint = {};
        std::erase_if(service.targets, [&workspace](const TargetId &id) { return !workspace.target(id); });
    }
}

SettingsDialog::SettingsDialog(SettingsContext context, QWidget *parent)
    : QDialog(parent)
    , m_context(std::move(context))
    , m_secrets(m_context.secrets)
{
    setObjectName(u"settings"_s);
    setWindowTitle(tr("Settings"));
    resize(960, 680);
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(makeLine(Qt::Horizontal, this));
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(makeSide());
    m_stack = new QStackedWidget{this};
    middle->addWidget(m_stack, 1);
    layout->addLayout(middle, 1);
    layout->addWidget(makeLine(Qt::Horizontal, this));
    layout->addWidget(makeFooter());

    addPages();
    new WheelGuard{*this};
    m_original = collect();
    connect(m_list, &QListWidget::currentRowChanged, this, &SettingsDialog::pageChanged);
    connect(&m_context.theme, &Theme::changed, this, &SettingsDialog::colorRail);
    colorRail();
    showPage(Page::Endpoints);
    m_list->setFocus();
}

SettingsDialog::~SettingsDialog() = default;

QWidget *SettingsDialog::makeHeader()
{
    auto *header = new QWidget{this};
    header->setBackgroundRole(QPalette::Base);
    header->setAutoFillBackground(true);
    auto *title = new QLabel{tr("Settings"), header};
    QFont bold = m_context.theme.textFont();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    auto *searchEdit = new QLineEdit{header};
    searchEdit->setObjectName(u"search"_s);
    searchEdit->setPlaceholderText(tr("Search settings"));
    searchEdit->setAccessibleName(tr("Search settings"));
    searchEdit->setClearButtonEnabled(true);
    searchEdit->setFixedWidth(220);
    connect(searchEdit, &QLineEdit::textChanged, this, &SettingsDialog::search);
    auto *layout = new QHBoxLayout{header};
    layout->setContentsMargins(16, 6, 16, 6);
    layout->addWidget(title);
    layout->addStretch();
    layout->addWidget(searchEdit);
    return header;
}

QWidget *SettingsDialog::makeSide()
{
    m_side = new QWidget{this};
    m_side->setFixedWidth(sideWidth);
    m_side->setAutoFillBackground(true);
    m_list = new QListWidget{m_side};
    m_list->setObjectName(u"pages"_s);
    m_list->setAccessibleName(tr("Pages"));
    styleEntryList(*m_list, m_context.theme);
    auto *layout = new QVBoxLayout{m_side};
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_list);
    return m_side;
}

QWidget *SettingsDialog::makeFooter()
{
    auto *footer = new QWidget{this};
    footer->setBackgroundRole(QPalette::Base);
    footer->setAutoFillBackground(true);
    auto *layout = new QHBoxLayout{footer};
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    m_hint = new DimLabel{tr("Changes take effect when you apply them."), m_context.theme, footer};
    m_hint->setObjectName(u"hint"_s);
    m_hint->setWordWrap(true);
    layout->addWidget(m_hint, 1);
    const auto button = [footer, layout](const QString &text, const QString &name) {
        auto *made = new QPushButton{text, footer};
        made->setObjectName(name);
        made->setAutoDefault(false);
        layout->addWidget(made);
        return made;
    };
    m_test = button(tr("T&est"), u"test"_s);
    QPushButton *cancel = button(tr("Cancel"), u"cancel"_s);
    m_apply = button(tr("&Apply"), u"apply"_s);
    QPushButton *ok = button(tr("OK", "button"), u"ok"_s);
    ok->setDefault(true);
    connect(m_test, &QPushButton::clicked, this, &SettingsDialog::toggleTest);
    connect(cancel, &QPushButton::clicked, this, &SettingsDialog::reject);
    connect(m_apply, &QPushButton::clicked, this, &SettingsDialog::apply);
    connect(ok, &QPushButton::clicked, this, &SettingsDialog::accept);
    return footer;
}

void SettingsDialog::addPages()
{
    const SettingsDraft draft{m_context.workspace, m_context.preferences};
    const auto add = [this, &draft](const QString &title, const QString &name, SettingsPage *page) {
        page->setObjectName(name);
        page->load(draft);
        m_pages.push_back(page);
        m_stack->addWidget(page);
        m_list->addItem(title);
        connect(page, &SettingsPage::changed, this, &SettingsDialog::updateButtons);
        connect(page, &SettingsPage::testChanged, this, &SettingsDialog::updateButtons);
    };
    RandomSource &random = m_context.random;
    m_endpoints = new EndpointsPage{m_context, m_secrets, random, this};
    m_services = new ServicesPage{m_context, random, this};
    m_notifications = new NotificationsPage{m_context, this};
    add(tr("Prometheus servers"), u"endpointsPage"_s, m_endpoints);
    add(tr("Services"), u"servicesPage"_s, m_services);
    add(tr("Probe endpoints"), u"targetsPage"_s, new TargetsPage{m_context, m_secrets, random, this});
    add(tr("Thresholds"), u"thresholdsPage"_s, new ThresholdsPage{m_context, this});
    add(tr("Notifications"), u"notificationsPage"_s, m_notifications);
    add(tr("Appearance"), u"appearancePage"_s, new AppearancePage{m_context, this});
    connect(
        m_notifications, &NotificationsPage::testRequested, this, &SettingsDialog::testNotificationRequested);
}

void SettingsDialog::colorRail()
{
    QPalette rail = m_side->palette();
    rail.setColor(QPalette::Window, m_context.theme.palette().rail);
    m_side->setPalette(rail);
}

void SettingsDialog::showPage(Page page)
{
    m_list->setCurrentRow(static_cast<int>(page));
}

void SettingsDialog::addEndpoint(const QUrl &url)
{
    showPage(Page::Endpoints);
    m_endpoints->add(url);
}

void SettingsDialog::showEndpoint(const EndpointId &endpoint, const std::optional<QueryError> &error)
{
    showPage(Page::Endpoints);
    m_endpoints->show(endpoint, error);
}

SettingsDialog::Page SettingsDialog::page() const
{
    return static_cast<Page>(m_stack->currentIndex());
}

SettingsPage *SettingsDialog::currentPage() const
{
    return m_pages[static_cast<std::size_t>(m_stack->currentIndex())];
}

void SettingsDialog::pageChanged(int index)
{
    if (index < 0)
        return;
    currentPage()->cancelTest();
    m_stack->setCurrentIndex(index);
    currentPage()->refresh(collect());
    updateButtons();
}

void SettingsDialog::search(const QString &text)
{
    int firstHit = -1;
    for (int i = 0; i < m_list->count(); ++i) {
        const QString words =
            QString(m_list->item(i)->text() % u'\n' % textOf(m_pages[static_cast<std::size_t>(i)]));
        const bool hit = words.contains(text.trimmed(), Qt::CaseInsensitive);
        m_list->item(i)->setHidden(!hit);
        if (hit && firstHit < 0)
            firstHit = i;
    }
    if (firstHit >= 0 && m_list->currentItem() && m_list->currentItem()->isHidden())
        m_list->setCurrentRow(firstHit);
}

void SettingsDialog::updateButtons()
{
    if (m_stack->currentIndex() < 0)
        return;
    const SettingsPage *page = currentPage();
    m_test->setVisible(page->canTest());
    m_test->setText(page->isTesting() ? tr("Stop t&est") : tr("T&est"));
    m_apply->setEnabled(m_secrets.isChanged() || collect() != m_original);
}

void SettingsDialog::toggleTest()
{
    SettingsPage *page = currentPage();
    if (page->isTesting())
        page->cancelTest();
    else
        page->startTest();
    updateButtons();
}

SettingsDraft SettingsDialog::collect() const
{
    SettingsDraft draft{m_context.workspace, m_context.preferences};
    for (const SettingsPage *page : m_pages)
        page->store(draft);
    dropDanglingReferences(draft.workspace);
    return draft;
}

bool SettingsDialog::apply()
{
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        if (m_pages[i]->isValid())
            continue;
        showPage(static_cast<Page>(i));
        m_pages[i]->focusProblem();
        return false;
    }
    const SettingsDraft draft = collect();
    if (draft == m_original && !m_secrets.isChanged())
        return true;
    m_hint->setText(tr("Changes take effect when you apply them."));
    m_storing += m_secrets.handOver(keychainNames(draft.workspace).keys(), this,
        [this](const Expected<void, SecretError> &outcome) { stored(outcome); });
    m_original = draft;
    m_context.workspace = draft.workspace;
    Q_EMIT applied(draft.workspace, draft.preferences);
    updateButtons();
    return true;
}

void SettingsDialog::accept()
{
    if (!apply())
        return;
    currentPage()->cancelTest();
    m_closesWhenStored = m_storing > 0;
    if (m_storing == 0)
        QDialog::accept();
    else
        m_hint->setText(tr("The keychain is storing a secret. It may ask for its password."));
}

// The user is to know what the next session will not have. OK again closes all the same.
void SettingsDialog::stored(const Expected<void, SecretError> &outcome)
{
    --m_storing;
    if (!outcome) {
        m_closesWhenStored = false;
        const QString entry = keychainNames(m_context.workspace).value(outcome.error().path);
        m_hint->setText(tr("The secret of %1 is not in the keychain: Sockeye holds it until it ends. %2",
            "%1: a server or an endpoint, %2: the reason")
                            .arg(entry, describe(outcome.error()).joined()));
    }
    if (m_storing == 0 && m_closesWhenStored)
        QDialog::accept();
}

void SettingsDialog::reject()
{
    currentPage()->cancelTest();
    QDialog::reject();
}

void SettingsDialog::addFoundServices(const Workspace &current)
{
    for (const ServiceConfig &service : current.services) {
        if (m_context.workspace.service(service.id))
            continue;
        m_context.workspace.services.push_back(service);
        m_original.workspace.services.push_back(service);
        m_services->addFound(service);
    }
    updateButtons();
}

void SettingsDialog::showNotificationResult(const QString &problem)
{
    m_notifications->showTestResult(problem);
}

} // namespace sockeye
