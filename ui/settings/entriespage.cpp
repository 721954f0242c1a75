// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/entriespage.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr int listWidth = 264;

} // namespace

EntriesPage::EntriesPage(const Theme &theme, const Texts &texts, QWidget *parent)
    : SettingsPage(parent)
    , m_theme(theme)
    , m_form(new FormColumn{theme})
    , m_scroll(new QScrollArea{this})
    , m_empty(new DimLabel{texts.empty, theme, this})
{
    m_scroll->setWidget(m_form);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMargin(32);
    auto *layout = new QHBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeList(texts.listName));
    layout->addWidget(makeLine(Qt::Vertical, this));
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_empty, 1);
}

EntriesPage::~EntriesPage() = default;

QWidget *EntriesPage::makeList(const QString &name)
{
    auto *side = new QWidget{this};
    side->setFixedWidth(listWidth);
    side->setBackgroundRole(QPalette::Base);
    side->setAutoFillBackground(true);
    m_list = new QListWidget{side};
    m_list->setObjectName(u"entries"_s);
    m_list->setAccessibleName(name);
    styleEntryList(*m_list, m_theme);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    const auto button = [side, buttons](const QString &text, const QString &objectName) {
        auto *made = new QPushButton{text, side};
        made->setObjectName(objectName);
        made->setAutoDefault(false);
        buttons->addWidget(made);
        return made;
    };
    QPushButton *add = button(tr("A&dd"), u"add"_s);
    m_duplicate = button(tr("Dup&licate"), u"duplicate"_s);
    m_remove = button(tr("&Remove"), u"remove"_s);

    auto *layout = new QVBoxLayout{side};
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);

    connect(m_list, &QListWidget::currentRowChanged, this, &EntriesPage::select);
    connect(add, &QPushButton::clicked, this, [this] {
        addEntry();
        updateRows();
        setCurrent(entryCount() - 1);
        Q_EMIT changed();
    });
    connect(m_duplicate, &QPushButton::clicked, this, [this] {
        duplicateEntry(current());
        updateRows();
        setCurrent(entryCount() - 1);
        Q_EMIT changed();
    });
    connect(m_remove, &QPushButton::clicked, this, &EntriesPage::removeCurrent);
    return side;
}

int EntriesPage::current() const
{
    return std::min(m_list->currentRow(), entryCount() - 1);
}

void EntriesPage::setCurrent(int index)
{
    const QSignalBlocker quiet{m_list};
    m_list->setCurrentRow(index);
    select(index);
}

void EntriesPage::scrollTo(QWidget *editor)
{
    constexpr int margin = 60; // what stands under it is to be seen as well
    const auto scroll = [this, editor] { m_scroll->ensureWidgetVisible(editor, 0, margin); };
    QMetaObject::invokeMethod(editor, scroll, Qt::QueuedConnection);
}

void EntriesPage::select(int index)
{
    const bool some = index >= 0 && index < entryCount();
    m_scroll->setVisible(some);
    m_empty->setVisible(!some);
    m_duplicate->setEnabled(some);
    m_remove->setEnabled(some);
    cancelTest();
    if (some)
        showEntry(index);
    Q_EMIT testChanged();
}

void EntriesPage::removeCurrent()
{
    const int index = current();
    if (index < 0)
        return;
    cancelTest();
    removeEntry(index);
    updateRows();
    setCurrent(std::min(index, entryCount() - 1));
    Q_EMIT changed();
}

void EntriesPage::updateRows()
{
    std::vector<EntryRow> rows;
    for (int i = 0; i < entryCount(); ++i) {
        EntryRow entry = row(i);
        if (!isEntryValid(i)) {
            entry.health = Health::Warning;
            entry.note = tr("incomplete");
        }
        rows.push_back(std::move(entry));
    }
    setEntryRows(*m_list, rows);
}

QString EntriesPage::nameOfCopy(const QString &name)
{
    return tr("%1 (copy)").arg(name);
}

bool EntriesPage::isValid() const
{
    for (int i = 0; i < entryCount(); ++i) {
        if (!isEntryValid(i))
            return false;
    }
    return true;
}

void EntriesPage::focusProblem()
{
    for (int i = 0; i < entryCount(); ++i) {
        if (isEntryValid(i))
            continue;
        if (i != current())
            setCurrent(i);
        focusEntryProblem();
        return;
    }
}

} // namespace sockeye
