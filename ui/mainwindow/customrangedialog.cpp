// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/customrangedialog.h"

#include "ui/text/formatting.h"

#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

QDateTimeEdit *makeEdit(Timestamp time, const Formatting &formatting, const QString &name)
{
    auto *edit = new QDateTimeEdit;
    edit->setObjectName(name);
    edit->setCalendarPopup(true);
    edit->setDisplayFormat(u"yyyy-MM-dd HH:mm:ss"_s);
    edit->setTimeSpec(Qt::LocalTime);
    // The editor keeps plain wall time; the zone is applied when it is read back.
    const QDateTime zoned = QDateTime::fromMSecsSinceEpoch(toMilliseconds(time), formatting.zone);
    edit->setDateTime(QDateTime(zoned.date(), zoned.time()));
    edit->setProperty("zone", QVariant::fromValue(formatting.zone));
    return edit;
}

Timestamp timeOf(const QDateTimeEdit *edit)
{
    const auto zone = edit->property("zone").value<QTimeZone>();
    return fromMilliseconds(QDateTime(edit->date(), edit->time(), zone).toMSecsSinceEpoch());
}

} // namespace

CustomRangeDialog::CustomRangeDialog(const TimeRange &range, const Formatting &formatting, QWidget *parent)
    : QDialog(parent)
    , m_begin(makeEdit(range.begin, formatting, u"rangeBegin"_s))
    , m_end(makeEdit(range.end, formatting, u"rangeEnd"_s))
    , m_problem(new QLabel)
{
    setWindowTitle(tr("Time range"));
    auto *form = new QFormLayout(this);
    form->setContentsMargins(16, 16, 16, 16);
    form->addRow(tr("From"), m_begin);
    form->addRow(tr("To"), m_end);
    auto *zone = new QLabel(formatting.zoneName());
    zone->setProperty("dim", true);
    form->addRow(QString(), zone);
    m_problem->setObjectName(u"rangeProblem"_s);
    m_problem->setProperty("problem", true);
    m_problem->hide();
    form->addRow(m_problem);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &CustomRangeDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &CustomRangeDialog::reject);
    form->addRow(buttons);
}

CustomRangeDialog::~CustomRangeDialog() = default;

TimeRange CustomRangeDialog::chosen() const
{
    return {timeOf(m_begin), timeOf(m_end)};
}

void CustomRangeDialog::accept()
{
    const TimeRange range = chosen();
    if (range.isEmpty()) {
        m_problem->setText(tr("The end must come after the beginning."));
        m_problem->show();
        m_end->setFocus();
        return;
    }
    Q_EMIT rangeChosen(range);
    QDialog::accept();
}

} // namespace sockeye
