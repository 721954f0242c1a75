// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/mainactions.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QShortcut>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(MainActions)
};

void add(QMainWindow &window, const QKeySequence &keys, const std::function<void()> &run)
{
    auto *shortcut = new QShortcut(keys, &window);
    QObject::connect(shortcut, &QShortcut::activated, &window, run);
}

} // namespace

QString pageName(MainWindow::Page page)
{
    switch (page) {
    case MainWindow::Page::Overview:
        return u"overview"_s;
    case MainWindow::Page::Probes:
        return u"probes"_s;
    case MainWindow::Page::Alerts:
        return u"alerts"_s;
    case MainWindow::Page::Connections:
        return u"connections"_s;
    }
    return {};
}

void installShortcuts(QMainWindow &window, const MainActions &actions)
{
    using Page = MainWindow::Page;
    const auto page = [&actions](Page wanted) { return [show = actions.showPage, wanted] { show(wanted); }; };
    add(window, Qt::CTRL | Qt::Key_1, page(Page::Overview));
    add(window, Qt::CTRL | Qt::Key_2, page(Page::Probes));
    add(window, Qt::CTRL | Qt::Key_3, page(Page::Alerts));
    add(window, Qt::CTRL | Qt::Key_4, page(Page::Connections));
    add(window, Qt::CTRL | Qt::Key_Comma, actions.openSettings);
    add(window, Qt::Key_F5, actions.refresh);
    add(window, QKeySequence::Find, actions.findService);
    add(window, Qt::CTRL | Qt::Key_L, actions.toggleLive);
    add(window, QKeySequence::Quit, actions.quit);
    add(window, Qt::Key_F11,
        [&window] { window.setWindowState(window.windowState() ^ Qt::WindowFullScreen); });
}

void askBeforeClosing(QMainWindow &window, const std::function<void()> &quit)
{
    auto *box = new QMessageBox(QMessageBox::Question, Words::tr("Stop watching?"),
        Words::tr("Sockeye has no tray icon here. When its window closes, nothing is watched any more."),
        QMessageBox::NoButton, &window);
    box->setObjectName(u"closeQuestion"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *stop = box->addButton(Words::tr("Stop and quit"), QMessageBox::DestructiveRole);
    const QPushButton *minimize =
        box->addButton(Words::tr("Keep watching, minimised"), QMessageBox::AcceptRole);
    box->addButton(QMessageBox::Cancel);
    QObject::connect(stop, &QPushButton::clicked, &window, quit);
    QObject::connect(minimize, &QPushButton::clicked, &window, &QWidget::showMinimized);
    box->open();
}

} // namespace sockeye
