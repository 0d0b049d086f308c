//! Functions: business knowledge models, decision services, and those that boxed expressions make.

use super::env::Env;
use super::instance::Instance;
use super::run::Run;
use crate::program::{Lambda, Link, Needed, Program};
use crate::types::{ItemType, Shape};
use feel::{Callable, Context, Function, Parameter, Scope, Type, Value};
use std::cell::RefCell;
use std::sync::Arc;

/// A function that a boxed expression made, with the names that it saw.
pub(crate) struct Closure(Arc<Made>);

struct Made {
    lambda: Arc<Lambda>,
    seen: Context,
    run: Arc<Run>,
    /// The name by which it may call itself.
    own: Option<Arc<str>>,
}

impl Closure {
    pub fn new(lambda: Arc<Lambda>, seen: Context, run: Arc<Run>, own: Option<Arc<str>>) -> Self {
        Closure(Arc::new(Made {
            lambda,
            seen,
            run,
            own,
        }))
    }
}

impl Callable for Closure {
    fn parameters(&self) -> &[Parameter] {
        &self.0.lambda.parameters
    }

    fn result(&self) -> Type {
        self.0
            .lambda
            .result
            .as_ref()
            .map_or(Type::Any, |kind| kind.kind())
    }

    fn call(&self, arguments: &[Value], scope: &Scope) -> Value {
        let mut names = self.0.seen.clone();
        if let Some(own) = &self.0.own {
            names.insert(
                own.clone(),
                Value::Function(Function::new(Closure(Arc::clone(&self.0)))),
            );
        }
        apply(&self.0.lambda, names, arguments, Arc::clone(&self.0.run), scope)
    }
}

thread_local! {
    static LEAVING: RefCell<Option<Vec<Context>>> = const { RefCell::new(None) };
}

impl Drop for Made {
    /// A function may have seen one that saw one, and so on without end: they are let go one after the other, not each
    /// within the last, which would overflow the stack.
    fn drop(&mut self) {
        let seen = std::mem::take(&mut self.seen);
        let first = LEAVING.try_with(|leaving| match &mut *leaving.borrow_mut() {
            Some(waiting) => {
                waiting.push(seen);
                None
            }
            none => {
                *none = Some(vec![]);
                Some(seen)
            }
        });
        let Ok(Some(first)) = first else { return };
        let mut next = Some(first);
        while let Some(context) = next {
            drop(context);
            next = LEAVING
                .try_with(|leaving| leaving.borrow_mut().as_mut().and_then(Vec::pop))
                .ok()
                .flatten();
        }
        // Nothing is done about a thread that ends: its store is gone, and with it the list.
        LEAVING.try_with(|leaving| leaving.borrow_mut().take()).ok();
    }
}

fn apply(lambda: &Lambda, names: Context, arguments: &[Value], run: Arc<Run>, scope: &Scope) -> Value {
    let mut env = Env::new(run, scope, names);
    for ((parameter, kind), argument) in lambda.parameters.iter().zip(&lambda.kinds).zip(arguments) {
        let value = match kind {
            Some(kind) => kind.conform(argument.clone(), &parameter.name, scope),
            None => argument.clone(),
        };
        // As FEEL has it of its own functions: an argument that does not conform makes the call null.
        if value.is_null() && !argument.is_null() {
            return value;
        }
        env.insert(&parameter.name, &value);
    }
    let value = env.typed(&lambda.body);
    env.conform(value, &lambda.body, result(lambda.result.as_ref()), "")
}

/// The type of a function's result where a type stands beside the function: that type, unless it is the function's own.
fn result(kind: Option<&Arc<ItemType>>) -> Option<&Arc<ItemType>> {
    kind.filter(|kind| !matches!(kind.shape, Shape::Function(..)))
}

/// A business knowledge model.
struct Model {
    program: Arc<Program>,
    at: usize,
    run: Arc<Run>,
}

impl Callable for Model {
    fn parameters(&self) -> &[Parameter] {
        match self
            .program
            .functions
            .get(self.at)
            .map(|function| &function.logic)
        {
            Some(Ok(lambda)) => &lambda.parameters,
            _ => &[],
        }
    }

    fn result(&self) -> Type {
        let function = self.program.functions.get(self.at);
        function
            .and_then(|function| result(function.variable.kind.as_ref()))
            .map_or(Type::Any, |kind| kind.kind())
    }

    fn call(&self, arguments: &[Value], scope: &Scope) -> Value {
        let Some(function) = self.program.functions.get(self.at) else {
            return Value::NULL;
        };
        let lambda = match &function.logic {
            Ok(lambda) => lambda,
            Err(fault) => return scope.null(fault.said()),
        };
        let mut names = Context::new();
        names.insert(
            function.variable.name.clone(),
            of(&self.program, Link::Function(self.at), &self.run, scope),
        );
        for needed in &function.needs {
            add(&mut names, &self.program, *needed, &self.run, scope);
        }
        let value = apply(lambda, names, arguments, Arc::clone(&self.run), scope);
        match result(function.variable.kind.as_ref()) {
            Some(kind) => kind.conform(value, &function.variable.name, scope),
            None => value,
        }
    }
}

/// A decision service.
struct Service {
    program: Arc<Program>,
    at: usize,
    run: Arc<Run>,
}

impl Callable for Service {
    fn parameters(&self) -> &[Parameter] {
        self.program
            .services
            .get(self.at)
            .map_or(&[], |service| &service.parameters)
    }

    fn call(&self, arguments: &[Value], scope: &Scope) -> Value {
        let Some(service) = self.program.services.get(self.at) else {
            return Value::NULL;
        };
        if let Some(fault) = &service.fault {
            return scope.null(fault.said());
        }
        let mut inputs = Context::new();
        for ((parameter, handed), value) in service.parameters.iter().zip(&service.handed).zip(arguments) {
            place(
                &mut inputs,
                &self.program,
                *handed,
                &parameter.name,
                value.clone(),
            );
        }
        let instance = Instance::new(Arc::clone(&self.program), inputs, Arc::clone(&self.run));
        let value = match service.outputs.as_slice() {
            [single] => instance.value(*single, scope),
            several => {
                let named = several.iter().filter_map(|output| {
                    let variable = self.program.of(*output)?.variable(output.link)?;
                    Some((variable.name.clone(), instance.value(*output, scope)))
                });
                named.collect::<Context>().into()
            }
        };
        match result(service.variable.kind.as_ref()) {
            Some(kind) => kind.conform(value, &service.variable.name, scope),
            None => value,
        }
    }
}

/// The function that an element is; a null for one that is none, or was refused.
pub(crate) fn of(program: &Arc<Program>, link: Link, run: &Arc<Run>, scope: &Scope) -> Value {
    if let Link::Function(at) = link
        && let Some(Err(fault)) = program.functions.get(at).map(|function| &function.logic)
    {
        return scope.null(fault.said());
    }
    let (program, run) = (Arc::clone(program), Arc::clone(run));
    match link {
        Link::Function(at) => Value::Function(Function::new(Model { program, at, run })),
        Link::Service(at) => Value::Function(Function::new(Service { program, at, run })),
        Link::Input(_) | Link::Decision(_) => Value::NULL,
    }
}

/// Calls a function or service with arguments by name; those that are not given are null.
pub(crate) fn called(
    program: &Arc<Program>,
    link: Link,
    given: &Context,
    run: &Arc<Run>,
    scope: &Scope,
) -> Value {
    let (program, run) = (Arc::clone(program), Arc::clone(run));
    let call = |callable: &dyn Callable| {
        let parameters = callable.parameters().iter();
        let arguments =
            parameters.map(|parameter| given.get(&parameter.name).cloned().unwrap_or(Value::NULL));
        callable.call(&arguments.collect::<Vec<_>>(), scope)
    };
    match link {
        Link::Function(at) => call(&Model { program, at, run }),
        Link::Service(at) => call(&Service { program, at, run }),
        Link::Input(_) | Link::Decision(_) => Value::NULL,
    }
}

/// Puts a function that is needed among the names: by its own, or within its model's.
fn add(names: &mut Context, program: &Arc<Program>, needed: Needed, run: &Arc<Run>, scope: &Scope) {
    let Some(home) = program.of(needed) else { return };
    let Some(variable) = home.variable(needed.link) else {
        return;
    };
    place(
        names,
        program,
        needed,
        &variable.name,
        of(home, needed.link, run, scope),
    );
}

/// Puts a value among the names: by its own name, or within the name of the import that it comes from.
pub(crate) fn place(names: &mut Context, program: &Program, needed: Needed, name: &Arc<str>, value: Value) {
    let import = needed.import.and_then(|at| program.imports.get(at));
    match import.filter(|import| !import.name.is_empty()) {
        None => names.insert(name.clone(), value),
        Some(import) => {
            let mut within = names
                .get(&import.name)
                .and_then(Value::as_context)
                .cloned()
                .unwrap_or_default();
            within.insert(name.clone(), value);
            names.insert(import.name.clone(), within);
        }
    }
}
